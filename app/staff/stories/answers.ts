import type { Refusal } from '#lib/foundation/refusal.ts'
import { differences } from '#lib/stories/editing/differences.ts'
import { type FieldError, type FormRefusal, type StoryFormState, untouched, type Values } from '#lib/stories/editing/form.ts'

const refusals: Readonly<Record<string, FormRefusal>> = {
  'story.changed': 'changed',
  'story.moved': 'moved',
  'story.incomplete': 'incomplete',
  'story.out': 'out',
  'story.fileGone': 'fileGone',
  'story.fileUsed': 'fileUsed',
  'story.ofFilm': 'ofFilm',
  'story.nameHeld': 'nameHeld',
  'campaign.stopped': 'stopped',
}
const atField: Readonly<Record<string, FieldError>> = {
  'story.slugTaken': 'slugTaken',
  'story.slugFixed': 'slugFixed',
  'story.kindFixed': 'kindFixed',
  'story.past': 'past',
}

/** The form again, as it was filled in, with why it was refused. `typed` is what it holds, as plain lines, to lay over what somebody else saved. */
export function refusedForm(refusal: Refusal, values: Values, typed: string | null): StoryFormState {
  const error = atField[refusal.code]
  if (error && refusal.field) return { ...untouched, values, errors: { [refusal.field]: error } }
  const { number, who, theirs } = refusal.values
  if (refusal.code === 'story.changed' && typed !== null && theirs !== undefined) {
    const stretches = differences(String(theirs), typed)
    return { ...untouched, values, conflict: { number: Number(number), who: String(who), stretches } }
  }
  return { ...untouched, values, refused: refusals[refusal.code] ?? 'gone', missing: String(refusal.values.missing ?? '') }
}

/** A number a form carries along; 0 for anything else. */
export function numberIn(values: Values, name: string): number {
  const typed = values[name] ?? ''
  return /^\d{1,9}$/.test(typed) ? Number(typed) : 0
}
