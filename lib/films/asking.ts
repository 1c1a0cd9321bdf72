import { type AskFacts, type AskStep, type FilmFacts, standingYes } from './lifecycle.ts'

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

/** Whether a step that was agreed to has changed since and can be agreed to anew at once, without anybody asking. */
export function askableAgain({ facts }: Known, step: AskStep): boolean {
  const last = lastAnswer(facts, step)
  if (last?.answer !== 'yes' || facts.problems > 0) return false
  if (step === 'storyboard') return last.hash !== facts.storyboardHash
  const isWhole = facts.filmHash !== null && !facts.lacksAccess && standingYes(facts, 'storyboard') !== null
  return isWhole && last.hash !== facts.filmHash
}
