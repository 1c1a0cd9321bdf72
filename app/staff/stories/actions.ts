'use server'

import { redirect } from 'next/navigation'
import { staffAction } from '#app/_auth/action.ts'
import { createStory, saveStory } from '#lib/stories/commands/save.ts'
import type { StoryFacts } from '#lib/stories/editing/content.ts'
import { parseFacts, readValues, type StoryFormState, untouched } from '#lib/stories/editing/form.ts'
import { numberIn, refusedForm } from './answers.ts'

type Input = Readonly<{ facts: StoryFacts; storyId: string; base: number; automatic: boolean }>

/** Begins a story, or saves the facts of one. */
export const saveFacts = staffAction<StoryFormState, Input>({
  verb: 'story.edit',
  parse: (form) => {
    const values = readValues(form)
    const read = parseFacts(values)
    if (!read.ok) return { ok: false, state: { ...untouched, values, errors: read.errors } }
    const known = { storyId: values.story ?? '', base: numberIn(values, 'base'), automatic: values.auto === 'yes' }
    return { ok: true, input: { facts: read.value, ...known } }
  },
  run: async (actor, { facts, storyId, base, automatic }) => {
    if (!storyId) redirect(`/staff/stories/${await createStory(actor, facts)}?done=begun`)
    const number = await saveStory(actor, { storyId, part: { part: 'facts', value: facts }, base, automatic })
    redirect(`/staff/stories/${storyId}?done=saved&n=${number}`)
  },
  refused: (refusal, form) => {
    const values = readValues(form)
    const read = parseFacts(values)
    return refusedForm(refusal, values, read.ok ? Object.values(read.value).join('\n') : null)
  },
})
