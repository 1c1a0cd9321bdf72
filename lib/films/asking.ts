import type { WholeFilm } from './facts.ts'
import { type AskFacts, type AskStep, type FilmFacts, standingYes, waitingAsk } from './lifecycle.ts'

type Known = Readonly<{ facts: FilmFacts }>

/** The last thing that was said about a step since the permission stands; null when nothing was. */
export function lastAnswer({ asks, permissionBackAt }: FilmFacts, step: AskStep): (AskFacts & { answeredAt: Date }) | null {
  const said = asks.flatMap((ask) =>
    ask.step === step && ask.answeredAt && (!permissionBackAt || ask.answeredAt > permissionBackAt)
      ? [{ ...ask, answeredAt: ask.answeredAt }]
      : [],
  )
  return said.sort((a, b) => a.answeredAt.getTime() - b.answeredAt.getTime()).at(-1) ?? null
}

/** The question that was answered last about a step since the permission stands; null when none was. */
export function lastAnswered({ facts, row }: Pick<WholeFilm, 'facts' | 'row'>, step: AskStep): WholeFilm['row']['asks'][number] | null {
  const said = lastAnswer(facts, step)
  return (said && row.asks.find((ask) => ask.step === step && ask.answeredAt?.getTime() === said.answeredAt.getTime())) ?? null
}

/** Whether what differs since the last answer can be laid over what was: of a film made elsewhere only what is now is kept. */
export function canLayOver(film: Pick<WholeFilm, 'facts' | 'row' | 'head' | 'outside'>, step: AskStep): boolean {
  const asked = lastAnswered(film, step)
  return asked !== null && asked.number !== film.head.number && !(step === 'film' && film.outside)
}

/**
 * Whether a step can be agreed to at once, without anybody asking anew: it was agreed to and has changed since, or a portrait film came out while
 * the question about the film waited.
 */
export function askableAgain({ facts }: Known, step: AskStep): boolean {
  const last = lastAnswer(facts, step)
  if (facts.problems > 0) return false
  if (step === 'storyboard') return last?.answer === 'yes' && last.hash !== facts.storyboardHash
  const waits = waitingAsk(facts, step) !== null
  const isWhole = facts.filmHash !== null && !facts.lacksAccess && standingYes(facts, 'storyboard') !== null
  return isWhole && (last?.answer === 'yes' || waits) && last?.hash !== facts.filmHash
}

/** Whether its story is public at this instant: what to change is no longer asked then. */
export function isOut({ story }: FilmFacts, at: Date): boolean {
  return story?.releaseAt != null && story.releaseAt <= at && story.unpublishedAt === null
}
