import { isShown } from '../policy.ts'
import { cleanUrl } from '../sources.ts'
import type { ClaimContent } from './content.ts'

/** What an entry lacks before visitors may see it. */
export const lacks = ['source', 'press', 'reviewer', 'words', 'note', 'verified'] as const
export type Lack = (typeof lacks)[number]

/** What no entry may ever say or be. */
export const faults = ['citation', 'timeline', 'never', 'heading', 'ticker', 'tag', 'price', 'link'] as const
export type Fault = (typeof faults)[number]

/** What never changes at the desk. */
export type Kind = Readonly<{ origin: string; eraId: string }>

const pressTiers: readonly string[] = ['primary', 'major-press', 'trade-press']
const timeline: readonly string[] = ['timeline', 'timeline_copy']
const withoutWords: readonly string[] = ['timeline_copy', 'sources_note']

/** Whether this state asks to be seen: cleared, placed and not taken down. Whether it is seen is the policy's to say. */
export function isMeant({ facts, standing }: ClaimContent): boolean {
  const cleared = facts.publish === 'yes' || facts.publish === 'with_note'
  return cleared && facts.placement !== 'hold' && facts.placement !== 'omit' && standing.takenDownWhy === null
}

/** Whether a visitor sees it: the one rule of the public pages, asked of the state of the desk. */
export function isSeen(content: ClaimContent): boolean {
  const { facts, sources, standing, words } = content
  const takenDownAt = standing.takenDownWhy === null ? null : new Date(0)
  if (!isShown({ ...facts, takenDownAt, citations: sources })) return false
  return withoutWords.includes(facts.placement) || Boolean(words.en?.title && words.en.record)
}

/** What is missing before visitors may see it, in the order to put it right. */
export function lacksOf({ origin, eraId }: Kind, { facts, sources, words }: ClaimContent): Lack[] {
  const open = sources.filter(({ publicLink }) => publicLink)
  const found: Lack[] = []
  if (open.length === 0) found.push('source')
  // Nobody else's post stands behind what we added about the years of the courts: the press has to.
  else if (eraId === 'reckoning' && origin === 'context' && !open.some(({ tier }) => pressTiers.includes(tier))) found.push('press')
  if (!facts.reviewedBy?.trim()) found.push('reviewer')
  if (!withoutWords.includes(facts.placement) && !(words.en?.title && words.en.record)) found.push('words')
  if (facts.placement === 'timeline' && facts.verdict === 'contradicted' && !words.en?.note) found.push('note')
  if (timeline.includes(facts.placement) && facts.verdict === 'unverified') found.push('verified')
  return found
}

/** What is wrong with the step from one state to the next, whoever asks for it. */
export function faultsOf(before: ClaimContent, after: ClaimContent): Fault[] {
  const { facts, sources, words } = after
  const leans = facts.verdict === 'corroborated' || facts.verdict === 'contradicted'
  const texts = Object.values(words).flatMap((one) => (one ? [one.title, one.record, one.saysPost, one.note] : []))
  const all = texts.filter((text) => text !== null).join('\n')
  const checks: Readonly<Record<Fault, boolean>> = {
    citation: leans && sources.length === 0,
    timeline: facts.verdict === 'unverified' && timeline.includes(facts.placement),
    never: before.facts.publish === 'no' && (facts.publish === 'yes' || facts.publish === 'with_note'),
    heading: facts.verdict !== 'corroborated' && Object.values(words).some((one) => one && isSaid(one.title, one.saysPost)),
    ticker: /\$[A-Z]{2,6}\b/.test(all),
    tag: /(^|\s)#\p{Letter}/u.test(all),
    price: /\b\d[\d,.]*\s?x\b|\b\w+fold\b|\bBNB\b[^.\n]{0,30}\$\s?\d/i.test(all),
    link: sources.some(({ publicLink, url }) => publicLink && url !== null && cleanUrl(url) === null),
  }
  return faults.filter((fault) => checks[fault])
}

/** What refuses this step: what may never be, and what would leave an entry unseen without anybody saying so. */
export function refusalsOf(kind: Kind, before: ClaimContent, after: ClaimContent): (Fault | Lack)[] {
  const wrong = faultsOf(before, after)
  const isNews = isSeen(before) || !isMeant(before)
  if (!isMeant(after) || !isNews) return wrong
  // Said once: what nobody could verify is refused on the timeline whether it is to be seen or not.
  return [...wrong, ...lacksOf(kind, after).filter((lack) => lack !== 'verified')]
}

function isSaid(title: string | null, saysPost: string | null): boolean {
  const plain = (text: string) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
  return title !== null && saysPost !== null && plain(title) !== '' && plain(title) === plain(saysPost)
}
