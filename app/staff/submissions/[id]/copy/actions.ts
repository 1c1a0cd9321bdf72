'use server'

import { redirect } from 'next/navigation'
import { staffAction } from '#app/_auth/action.ts'
import type { ApproveState } from '#components/review/approve-form.tsx'
import type { BeginState } from '#components/review/begin-copy.tsx'
import type { CopyState } from '#components/review/copy-editor.tsx'
import { readReference } from '#lib/foundation/reference.ts'
import { type Approval, approveCopy } from '#lib/review/commands/approve-copy.ts'
import { beginCopy, type Prepared, prepareCopy } from '#lib/review/commands/prepare-copy.ts'
import { copyErrors, preparedOf, readCopy } from '#lib/review/copy-form.ts'
import { firstText } from '#lib/review/typed-text.ts'

/** Opens the words of an entry to who will work on its copy. */
export const begin = staffAction<BeginState, string>({
  verb: 'redaction.prepare',
  parse: (form) => ({ ok: true, input: readReference(firstText(form, 'reference')) ?? '' }),
  run: async (actor, reference) => {
    await beginCopy(actor, { reference })
    redirect(`/staff/submissions/${reference}/copy`)
  },
  refused: (refusal) => ({ refused: refusal.code }),
})

/** Adds a copy. */
export const save = staffAction<CopyState, Prepared>({
  verb: 'redaction.prepare',
  parse: (form) => {
    const values = readCopy(form)
    const errors = copyErrors(values)
    return errors ? { ok: false, state: { values, errors, refused: null } } : { ok: true, input: preparedOf(values) }
  },
  run: async (actor, input) => {
    await prepareCopy(actor, input)
    redirect(`/staff/submissions/${input.reference}/copy?done=saved#differences`)
  },
  refused: (refusal, form) => {
    const isTold = refusal.code === 'submission.changed' || refusal.code === 'copy.changed'
    // Who is told of a change writes on beside what is shown now.
    return { values: { ...readCopy(form), ...(isTold && { version: '', seen: '' }) }, errors: {}, refused: refusal.code }
  },
})

/** Makes the newest copy the one that is read. */
export const approve = staffAction<ApproveState, Approval>({
  verb: 'redaction.approve',
  parse: (form) => {
    const [reference, looked] = [readReference(firstText(form, 'reference')) ?? '', firstText(form, 'looked') === 'yes']
    return { ok: true, input: { reference, looked, number: Number(firstText(form, 'number')) } }
  },
  run: async (actor, input) => {
    await approveCopy(actor, input)
    redirect(`/staff/submissions/${input.reference}/copy?done=approved`)
  },
  // Looked at was the copy that stood there before.
  refused: (refusal, form) => ({ refused: refusal.code, looked: refusal.code !== 'copy.changed' && firstText(form, 'looked') === 'yes' }),
})
