import { z } from 'zod'
import { errorOf, type FieldError } from './errors.ts'
import { readFields } from './fields.ts'
import { post } from './post.ts'
import { story } from './story.ts'
import { you } from './you.ts'

/** What can be changed after sending: everything told, but neither the post nor the address of its sender. */
const edit = z.object({ ...story.shape, postText: post.shape.postText, ...you.omit({ email: true }).shape })

export type EditAnswers = z.output<typeof edit>
export type EditField = keyof EditAnswers
export const editFields = Object.keys(edit.shape) as EditField[]

/** Takes the fields that can be changed out of a form. */
export function readEdit(form: FormData): Record<string, string | string[]> {
  return readFields(form, editFields)
}

type Parsed = { ok: true; answers: EditAnswers } | { ok: false; errors: Partial<Record<EditField, FieldError>> }

/** Reads changed answers, held to the same rules as those of the form that sent them. */
export function parseEdit(raw: Readonly<Record<string, string | readonly string[]>>): Parsed {
  const parsed = edit.safeParse(raw)
  if (parsed.success) return { ok: true, answers: parsed.data }
  const errors: Partial<Record<EditField, FieldError>> = {}
  for (const issue of parsed.error.issues) errors[issue.path[0] as EditField] ??= errorOf(issue)
  return { ok: false, errors }
}
