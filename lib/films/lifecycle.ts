/** The way of a film, in its order. */
export const filmSteps = [
  'brief',
  'script',
  'storyboard',
  'storyboard-yes',
  'animatic',
  'film',
  'access',
  'release',
  'scheduled',
  'published',
] as const
export type FilmStep = (typeof filmSteps)[number]

/** Who has to do something before a film goes on. 'machine' renders; 'clock' waits for an instant. */
export const waitsFor = ['editor', 'storyteller', 'machine', 'clock', 'nobody'] as const
export type WaitsFor = (typeof waitsFor)[number]

/** Where a film stands. */
export type Standing = Readonly<{ step: FilmStep; waitsFor: WaitsFor; since: Date }>

/** What the storyteller is asked to say yes to. */
export const askSteps = ['storyboard', 'film'] as const
export type AskStep = (typeof askSteps)[number]

/** Why nothing is done on a film any more: the permission was taken back, the entry is no longer selected, or an editor gave it up. */
export const stopReasons = ['permission', 'entry', 'closed'] as const
export type StopReason = (typeof stopReasons)[number]

/** One question to the storyteller with its answer. */
export type AskFacts = Readonly<{
  step: AskStep
  hash: string
  askedAt: Date
  answer: 'yes' | 'change' | null
  answeredAt: Date | null
  superseded: boolean
}>

/** All that decides where an opened film stands. A hash names what would be shown now. */
export type FilmFacts = Readonly<{
  openedAt: Date
  /** When the script became what it is. */
  savedAt: Date
  problems: number
  storyboardHash: string
  /** Null while there is no film of this script. */
  filmHash: string | null
  filmAt: Date | null
  /** A render of this script that is under way or went wrong. */
  render: Readonly<{ state: 'queued' | 'running' | 'failed'; at: Date }> | null
  /** Captions or transcript are missing. */
  lacksAccess: boolean
  asks: readonly AskFacts[]
  /** When the permission was last taken back: what was said before no longer counts. */
  permissionBackAt: Date | null
  /** Since when the film shows a name that may not be published; null while it shows none. */
  nameHeldSince: Date | null
  story: Readonly<{ releaseAt: Date | null; unpublishedAt: Date | null }> | null
}>

/** The yes that stands for exactly what would be shown now; null when there is none. */
export function standingYes(facts: FilmFacts, step: AskStep): AskFacts | null {
  const hash = step === 'storyboard' ? facts.storyboardHash : facts.filmHash
  const counted = (ask: AskFacts) =>
    ask.step === step && ask.answeredAt !== null && (!facts.permissionBackAt || ask.answeredAt > facts.permissionBackAt)
  // What was said last about a step is what counts.
  const last = facts.asks
    .filter(counted)
    .sort((a, b) => (a.answeredAt?.getTime() ?? 0) - (b.answeredAt?.getTime() ?? 0))
    .at(-1)
  return last?.answer === 'yes' && last.hash === hash ? last : null
}

/** The question that waits for the storyteller, about exactly what would be shown now; null when there is none. */
export function openAsk(facts: FilmFacts, step: AskStep): AskFacts | null {
  const hash = step === 'storyboard' ? facts.storyboardHash : facts.filmHash
  return facts.asks.find((ask) => ask.step === step && ask.hash === hash && !ask.answeredAt && !ask.superseded) ?? null
}

/**
 * The question that waits for the storyteller: about what would be shown now, or about the film as it was before a portrait of it came out, as
 * long as nothing was said since. Null when none does.
 */
export function waitingAsk(facts: FilmFacts, step: AskStep): AskFacts | null {
  const open = openAsk(facts, step)
  if (open || step === 'storyboard' || facts.filmHash === null) return open
  const said = Math.max(0, ...facts.asks.map((ask) => (ask.step === step ? (ask.answeredAt?.getTime() ?? 0) : 0)))
  const waits = (ask: AskFacts) => ask.step === step && !ask.answeredAt && !ask.superseded && ask.askedAt.getTime() > said
  return facts.asks.find(waits) ?? null
}

/** Where an opened film stands, for whom it waits, and since when. */
export function standing(facts: FilmFacts, now: Date): Standing {
  const { story } = facts
  if (story?.releaseAt && !story.unpublishedAt)
    return story.releaseAt <= now
      ? { step: 'published', waitsFor: 'nobody', since: story.releaseAt }
      : { step: 'scheduled', waitsFor: 'clock', since: story.releaseAt }
  const { nameHeldSince: held, savedAt } = facts
  if (held) return { step: 'script', waitsFor: 'editor', since: held > savedAt ? held : savedAt }
  const yes = standingYes(facts, 'storyboard')
  return yes ? afterYes(facts, yes) : beforeYes(facts)
}

function beforeYes(facts: FilmFacts): Standing {
  const ask = openAsk(facts, 'storyboard')
  if (ask) return { step: 'storyboard-yes', waitsFor: 'storyteller', since: ask.askedAt }
  const said = facts.asks.filter(({ step, answeredAt }) => step === 'storyboard' && answeredAt).at(-1)?.answeredAt
  const since = said && said > facts.savedAt ? said : facts.savedAt
  return { step: facts.problems > 0 ? 'script' : 'storyboard', waitsFor: 'editor', since }
}

function afterYes(facts: FilmFacts, yes: AskFacts): Standing {
  const { render, filmAt, filmHash } = facts
  const agreedAt = yes.answeredAt ?? yes.askedAt
  if (!filmHash || !filmAt) {
    if (!render) return { step: 'animatic', waitsFor: 'editor', since: agreedAt }
    return { step: 'film', waitsFor: render.state === 'failed' ? 'editor' : 'machine', since: render.at }
  }
  const madeAt = filmAt > agreedAt ? filmAt : agreedAt
  if (facts.lacksAccess) return { step: 'access', waitsFor: 'editor', since: madeAt }
  const released = standingYes(facts, 'film')
  if (released) return { step: 'scheduled', waitsFor: 'editor', since: released.answeredAt ?? released.askedAt }
  const ask = waitingAsk(facts, 'film')
  return ask ? { step: 'release', waitsFor: 'storyteller', since: ask.askedAt } : { step: 'release', waitsFor: 'editor', since: madeAt }
}
