import 'server-only'
import { entryWindow } from '#lib/campaign/policy.ts'
import type { EntryTerms } from '#lib/campaign/queries.ts'
import { campaignId } from '#lib/campaign/schema.ts'
import { now } from '#lib/foundation/clock.ts'
import { isDatabaseAway } from '#lib/foundation/database-away.ts'
import { db } from '#lib/foundation/db.ts'
import { env } from '#lib/foundation/env.ts'
import { deriveKey, hashText, hashToken, newId, newMailCode, newReference } from '#lib/foundation/ids.ts'
import { fault } from '#lib/foundation/log.ts'
import { Refusal } from '#lib/foundation/refusal.ts'
import { comparisonKey } from '#lib/foundation/text.ts'
import { type Locale, localPath } from '#lib/i18n/locales.ts'
import { receiptMail } from '#lib/mail/templates/receipt.ts'
import { consentAnswers, consentTexts, purposes } from '../consent.ts'
import type { DraftView } from '../draft.ts'
import { eligibility } from '../eligibility.ts'
import { isSoft } from '../post-contested.ts'
import { recognisePost } from '../post-url.ts'
import { receiptOf } from '../queries.ts'
import type { Answers, steps } from '../schema.ts'
import { draftToSend } from '../to-send.ts'
import { type Arrival, weigh } from './weigh.ts'
import { type NewEntry, writeEntry } from './write-entry.ts'

type Sending = Readonly<{
  token: string
  locale: Locale
  idempotencyKey: string
  rulesHash: string
  arrival?: Arrival
  /** Says that the post is theirs although somebody else has entered it. */
  objects?: boolean
}>
type Received = Readonly<{
  reference: string
  entryKey: string
  /** True for the one sending that made the entry. */
  isNew: boolean
}>

const attempts = 5

/**
 * Makes a draft an entry: once, however often and however many at a time its form is sent; every sending gets the same reference.
 * Entry, survey, consents, link, audit, receipt and the job that mails it exist together or not at all. Whether the campaign is open
 * is judged at the moment of the call. Refuses 'draft.missing', 'draft.incomplete' { step }, 'campaign.not-open' { opensAt },
 * 'campaign.closed' { closesAt }, 'region.closed', 'rules.changed', 'post.own' { reference }, 'post.taken', and 'limit.reached' { seconds }
 * when too many entries came with this mail address. What speaks for a program refuses nothing: it is kept with the entry.
 * Who objects to 'post.taken' sends an entry that stands beside the other: staff decide whose the post is. A database that fails twice
 * throws: sending again is safe.
 */
export async function receiveSubmission(input: Sending, makeReference: () => string = newReference): Promise<Received> {
  const at = now()
  try {
    return await receive(input, makeReference, at)
  } catch (error) {
    // Nobody knows whether it was written, or by another press of the same button. The same once more tells, or writes it.
    if (!isDatabaseAway(error)) throw error
    fault('submission.tried-again', error)
    return receive(input, makeReference, at)
  }
}

async function receive(input: Sending, makeReference: () => string, at: Date): Promise<Received> {
  const entryKey = deriveKey(input.token, 'entry')
  let contested = false
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const { draft, terms } = await draftToSend(input.token)
    const sent = draft ? draft.sent : await receiptOf(input.token)
    if (sent) return { reference: sent.reference, entryKey, isNew: false }
    if (!draft) throw new Refusal('draft.missing')
    const entry = await compose(input, { draft, terms }, makeReference(), at)
    const post = contested ? { ...entry.post, soft: true, contested } : entry.post
    if (await writeEntry({ ...entry, post })) return { reference: entry.reference, entryKey, isNew: true }
    contested = await isHeldByAnother(entry, input.objects ?? false)
  }
  throw new Error('an entry could not be written: a key is taken again and again')
}

type Ready = Readonly<{ draft: DraftView; terms: EntryTerms }>

async function compose(input: Sending, { draft, terms }: Ready, reference: string, at: Date): Promise<NewEntry> {
  const answers = whole(draft)
  refuseOutsideWindow(terms, at)
  const standing = eligibility(answers.share, terms.mode)
  if (!standing.eligible) throw standing.reason === 'region' ? new Refusal('region.closed') : incomplete('share')
  // The page of all answers shows which rules hold now, not that its reader has accepted them: that was said with the permissions.
  if ([input.rulesHash, draft.acceptedRules ?? input.rulesHash].some((hash) => hash !== terms.rules.hash))
    throw new Refusal('rules.changed')
  const link = recognisePost(answers.post.postUrl)
  if (!link.ok) throw incomplete('post')
  return {
    id: newId(),
    reference,
    draft,
    idempotencyKey: hashText(`${draft.id} ${input.idempotencyKey}`),
    at,
    locale: input.locale,
    region: standing.region,
    answers,
    post: { ...link, postedAt: link.postedAt ? new Date(link.postedAt) : null, soft: isSoft(link), contested: false },
    verdict: await weigh(draft, { you: answers.you, story: answers.story, arrival: input.arrival, at }),
    consents: consents(input.locale, answers, terms),
    entryKeyHash: hashToken(deriveKey(input.token, 'entry')),
    receipt: receipt(input.token, { reference, answers, terms, region: standing.region, at }),
  }
}

function whole({ answers, nextStep }: DraftView): Answers {
  if (nextStep !== 'check') throw incomplete(nextStep)
  return answers as Answers
}

function incomplete(step: (typeof steps)[number]): Refusal {
  return new Refusal('draft.incomplete', undefined, { step })
}

function refuseOutsideWindow(terms: EntryTerms, at: Date): void {
  if (terms.stopped) throw new Refusal('campaign.stopped')
  const window = entryWindow(terms, at)
  if (window === 'before') throw new Refusal('campaign.not-open', undefined, { opensAt: terms.opensAt.toISOString() })
  if (window === 'closed') throw new Refusal('campaign.closed', undefined, { closesAt: terms.closesAt?.toISOString() ?? '' })
}

function consents(locale: Locale, answers: Answers, { rules }: EntryTerms): NewEntry['consents'] {
  const [given, texts] = [consentAnswers(answers.permissions), consentTexts(locale)]
  return purposes.map((purpose) => ({
    purpose,
    answer: given[purpose],
    textHash: purpose === 'rules' ? rules.hash : hashText(texts[purpose]),
    rulesVersion: purpose === 'rules' ? rules.number : null,
  }))
}

type Told = Readonly<{ reference: string; answers: Answers; terms: EntryTerms; region: NewEntry['region']; at: Date }>

function receipt(token: string, { reference, answers: { you }, terms, region, at }: Told): NewEntry['receipt'] {
  const [locale, code] = [you.mailLanguage, newMailCode()]
  const entryUrl = env().SITE_URL + localPath(locale, `/entry/${deriveKey(token, 'entry')}`)
  const { closesAt, resultsAt } = terms
  const known = { locale, reference, entryUrl, phrase: you.phrase, code, storyOnly: region === 'story-only' }
  return { ...receiptMail({ ...known, submittedAt: at, closesAt, resultsAt }), code }
}

/**
 * Refuses a post that an active entry has, saying whether it is their own. True when it is somebody else's and this storyteller objects;
 * false when nobody has it, and writing is worth another try.
 */
async function isHeldByAnother({ post, answers, draft }: NewEntry, objects: boolean): Promise<boolean> {
  if (post.soft) return false
  const holders = await db.$queryRaw<{ reference: string; email: string; draft_id: string | null; post_soft: boolean }[]>`
    select reference, email, draft_id, post_soft from submission
    where campaign_id = ${campaignId} and post_key = ${post.key} and status not in ('withdrawn', 'ineligible', 'disqualified', 'erased')
    order by post_soft, submitted_at limit 20`
  if (holders.some(({ draft_id }) => draft_id === draft.id)) return false
  const own = holders.find(({ email }) => comparisonKey(email) === comparisonKey(answers.you.email))
  if (own) throw new Refusal('post.own', 'postUrl', { reference: own.reference })
  if (!holders.some(({ post_soft }) => !post_soft)) return false
  if (!objects) throw new Refusal('post.taken', 'postUrl')
  return true
}
