import { countGraphemes, findForbidden, hasVisible, normaliseText } from '#lib/foundation/text.ts'
import { decisionNoteMax, type Outcome, outcomes, type ReasonTag, reasonsFor, reasonsMost, reasonTags } from './schema.ts'

/** A decision form as it was filled in. */
export type DecisionValues = Readonly<{ outcome: string; place: string; reasons: readonly string[]; note: string; seen: string }>
export type DecisionField = 'outcome' | 'place' | 'reasons' | 'note'
export type DecisionErrorCode =
  | 'outcome.missing'
  | 'place.wrong'
  | 'reasons.missing'
  | 'reasons.too-many'
  | 'reasons.do-not-fit'
  | 'note.too-long'
  | 'note.forbidden'
export type DecisionErrors = Readonly<Partial<Record<DecisionField, DecisionErrorCode>>>

/** `place` is the place on the reserve list that was asked for; null for the end of it. `seen` names the decision the form was filled in beside. */
export type Decided = Readonly<{ outcome: Outcome; place: number | null; reasons: readonly ReasonTag[]; note: string | null; seen: string }>

const placeMost = 9_999

/** What a sent form says, nothing judged yet. */
export function readDecision(form: FormData): DecisionValues {
  const text = (name: string) => normaliseText(String(form.get(name) ?? ''))
  return {
    outcome: text('outcome'),
    place: text('place'),
    reasons: form.getAll('reasons').map(String),
    note: text('note'),
    seen: text('seen'),
  }
}

/** The decision of a filled-in form, or the first thing wrong with each field. */
export function parseDecision(values: DecisionValues): { ok: true; decided: Decided } | { ok: false; errors: DecisionErrors } {
  const outcome = outcomes.find((known) => known === values.outcome)
  const errors: Partial<Record<DecisionField, DecisionErrorCode>> = {}
  if (!outcome) errors.outcome = 'outcome.missing'
  const place = outcome === 'reserve' && values.place !== '' ? Number(values.place) : null
  if (place !== null && !(Number.isInteger(place) && place >= 1 && place <= placeMost)) errors.place = 'place.wrong'
  const reasons = parseReasons(outcome, values.reasons)
  if (typeof reasons === 'string') errors.reasons = reasons
  const noteProblem = refuseNote(values.note)
  if (noteProblem) errors.note = noteProblem
  if (!outcome || typeof reasons === 'string' || Object.keys(errors).length > 0) return { ok: false, errors }
  return { ok: true, decided: { outcome, place, reasons, note: hasVisible(values.note) ? values.note : null, seen: values.seen } }
}

/** One or two reasons that fit the outcome, or what is wrong with them. */
export function parseReasons(outcome: Outcome | undefined, given: readonly string[]): readonly ReasonTag[] | DecisionErrorCode {
  const reasons = reasonTags.filter((tag) => given.includes(tag))
  if (reasons.length === 0) return 'reasons.missing'
  if (reasons.length > reasonsMost) return 'reasons.too-many'
  return outcome && !reasons.every((tag) => reasonsFor[outcome].includes(tag)) ? 'reasons.do-not-fit' : reasons
}

function refuseNote(note: string): DecisionErrorCode | null {
  if (findForbidden(note, 'block')) return 'note.forbidden'
  return note.length > decisionNoteMax * 10 || countGraphemes(note) > decisionNoteMax ? 'note.too-long' : null
}
