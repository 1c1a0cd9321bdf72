import type { z } from 'zod'
import { errorOf, type FieldError } from './steps/errors.ts'
import { readFields } from './steps/fields.ts'
import { permissions } from './steps/permissions.ts'
import { post } from './steps/post.ts'
import { share } from './steps/share.ts'
import { story } from './steps/story.ts'
import { you } from './steps/you.ts'

export { type ErrorCode, errorCodes, type FieldError } from './steps/errors.ts'
export { filmAnswers, type PermissionsAnswers } from './steps/permissions.ts'
export { type PostAnswers, postTextMax } from './steps/post.ts'
export { binanceUserAnswers, type ShareAnswers, yesOrNo } from './steps/share.ts'
export {
  othersShownAnswers,
  type StoryAnswers,
  storyMax,
  storyMin,
  type Theme,
  type Tool,
  themes,
  themesMax,
  tools,
} from './steps/story.ts'
export { displayNameMax, emailMax, needsMax, phraseMax, phraseMin, type YouAnswers } from './steps/you.ts'

/** The pages of the form, in order. */
export const steps = ['share', 'post', 'story', 'you', 'permissions'] as const
export type Step = (typeof steps)[number]

const schemas = { share, post, story, you, permissions } as const

/** What one step gives once accepted. Parsing it again gives the same. */
export type Answers = { [S in Step]: z.output<(typeof schemas)[S]> }
export type DraftAnswers = Partial<Answers>
export type FieldName = { [S in Step]: keyof Answers[S] & string }[Step]

/** What a form holds, by field name: a list for the two questions with several answers, one text for every other. */
export type RawAnswers = Readonly<Record<string, string | readonly string[]>>

export type Parsed<S extends Step> = { ok: true; answers: Answers[S] } | { ok: false; errors: Partial<Record<FieldName, FieldError>> }

/** The names of the fields of one step, in the order of the page. */
export function fieldsOf(step: Step): readonly FieldName[] {
  return Object.keys(schemas[step].shape) as FieldName[]
}

/**
 * Takes the known fields of one step out of a form. Files and every other name are ignored.
 * Where a field that has one answer comes twice, the first counts; of several answers at most 20 are looked at.
 */
export function readForm(form: FormData, step: Step): Record<string, string | string[]> {
  return readFields(form, fieldsOf(step))
}

/** Reads the answers of one step: accepted and ready to be stored, or the first thing wrong with each field. Decides nothing else. */
export function parseStep<S extends Step>(step: S, raw: RawAnswers): Parsed<S> {
  const parsed = schemas[step].safeParse(raw)
  if (parsed.success) return { ok: true, answers: parsed.data as Answers[S] }
  const errors: Partial<Record<FieldName, FieldError>> = {}
  for (const issue of parsed.error.issues) errors[issue.path[0] as FieldName] ??= errorOf(issue)
  return { ok: false, errors }
}

/** The steps of a stored draft that are still acceptable; one that no longer is counts as not answered. */
export function readAnswers(stored: unknown): DraftAnswers {
  return Object.fromEntries(
    steps.flatMap((step) => {
      const parsed = schemas[step].safeParse((stored as Record<string, unknown>)[step])
      return parsed.success ? [[step, parsed.data]] : []
    }),
  )
}
