import { hasVisible, normaliseText } from '#lib/foundation/text.ts'
import { type Recusal, recusals } from './lifecycle.ts'
import { type CriterionKey, confidences, criterionKeys, privateNoteMax, type ReviewFlag, reviewFlags, type ScoresSoFar } from './schema.ts'
import { firstText, type TextError, textError } from './typed-text.ts'

/** What a press of a button asks for; 'auto' is the page saving by itself. */
export const reviewIntents = ['auto', 'save', 'complete', 'next'] as const
export type ReviewIntent = (typeof reviewIntents)[number]

/** A form as it was filled in. */
export type ReviewValues = Readonly<{
  assignmentId: string
  copyId: string
  /** When the page that sent it knew the review to be saved last, in milliseconds; '' for never. */
  seen: string
  scores: ScoresSoFar
  confidence: number | null
  flags: readonly ReviewFlag[]
  note: string
  intent: ReviewIntent
}>
export type ReviewErrors = Readonly<{ scores: readonly CriterionKey[]; confidence: boolean; note: TextError | null }>
export const noErrors: ReviewErrors = { scores: [], confidence: false, note: null }

/** The fields of the review form and nothing else; what is no score, flag or intent counts as not given. */
export function readReview(form: FormData): ReviewValues {
  const scores = criterionKeys.flatMap((key) => {
    const score = scoreOf(firstText(form, `score-${key}`))
    return score ? [[key, score] as const] : []
  })
  const confidence = confidences.find((known) => String(known) === firstText(form, 'confidence')) ?? null
  const flags = form.getAll('flags')
  return {
    assignmentId: firstText(form, 'assignment'),
    copyId: firstText(form, 'copy'),
    seen: firstText(form, 'seen'),
    scores: Object.fromEntries(scores),
    confidence,
    flags: reviewFlags.filter((flag) => flags.includes(flag)),
    note: normaliseText(firstText(form, 'note')),
    intent: reviewIntents.find((known) => known === firstText(form, 'intent')) ?? 'save',
  }
}

/** What is wrong with a form: a draft lacks nothing, a review that is to count needs every score. Null when nothing is. */
export function reviewErrors(values: ReviewValues): ReviewErrors | null {
  const counts = values.intent === 'complete' || values.intent === 'next'
  const scores = counts ? criterionKeys.filter((key) => values.scores[key] === undefined) : []
  const errors = { scores, confidence: counts && values.confidence === null, note: textError(values.note, privateNoteMax) }
  return scores.length > 0 || errors.confidence || errors.note ? errors : null
}

/** A form as commands take it. */
export function writtenOf(values: ReviewValues) {
  const { assignmentId, copyId, scores, confidence, flags, note, seen } = values
  const seenAt = /^\d{1,15}$/.test(seen) ? new Date(Number(seen)) : null
  return { assignmentId, copyId, scores, confidence, flags, note: hasVisible(note) ? note : null, seen: seenAt }
}

function scoreOf(typed: string): number | null {
  return /^[1-5]$/.test(typed) ? Number(typed) : null
}

/** Why somebody steps aside, as chosen in a form; null for none of the reasons. */
export function readRecusal(form: FormData): Recusal | null {
  return recusals.find((known) => known === firstText(form, 'why')) ?? null
}
