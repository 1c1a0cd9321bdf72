'use server'

import { redirect } from 'next/navigation'
import { staffAction } from '#app/_auth/action.ts'
import { Refusal } from '#lib/foundation/refusal.ts'
import { removeFile } from '#lib/stories/commands/files.ts'
import { readValues, type StoryFormState } from '#lib/stories/editing/form.ts'
import { numberIn, refusedForm } from '../../answers.ts'

type Input = Readonly<{ storyId: string; base: number; path: string }>

/** Takes a film or poster out of the version on the desk. What is public keeps it. */
export const takeFileOut = staffAction<StoryFormState, Input>({
  verb: 'story.edit',
  parse: (form) => {
    const values = readValues(form)
    return { ok: true, input: { storyId: values.story ?? '', base: numberIn(values, 'base'), path: values.path ?? '' } }
  },
  run: async (actor, input) => {
    const number = await removeFile(actor, input)
    redirect(`/staff/stories/${input.storyId}/files?done=saved&n=${number}`)
  },
  refused: (refusal, form) => refusedForm(new Refusal(refusal.code), readValues(form), null),
})
