'use server'

import { redirect } from 'next/navigation'
import { staffAction } from '#app/_auth/action.ts'
import { type Restore, restoreRevision } from '#lib/stories/commands/restore.ts'
import { readValues, type StoryFormState } from '#lib/stories/editing/form.ts'
import { numberIn, refusedForm } from '../../../answers.ts'

/** Puts an earlier version on top again. */
export const bringBack = staffAction<StoryFormState, Restore>({
  verb: 'story.edit',
  parse: (form) => {
    const values = readValues(form)
    return { ok: true, input: { storyId: values.story ?? '', number: numberIn(values, 'number'), base: numberIn(values, 'base') } }
  },
  run: async (actor, input) => {
    const number = await restoreRevision(actor, input)
    redirect(`/staff/stories/${input.storyId}?done=restored&n=${number}`)
  },
  refused: (refusal, form) => refusedForm(refusal, readValues(form), null),
})
