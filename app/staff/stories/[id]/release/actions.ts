'use server'

import { redirect } from 'next/navigation'
import { staffAction } from '#app/_auth/action.ts'
import { cancelSchedule, returnStory, scheduleStory, unpublishStory } from '#lib/stories/commands/publish.ts'
import { parseReason, readValues, type StoryFormState, untouched } from '#lib/stories/editing/form.ts'
import { numberIn, refusedForm } from '../../answers.ts'

type Input = Readonly<{ storyId: string; version: number; number: number; step: string; reason: string; releaseAt: Date | null }>

const steps = ['schedule', 'publish', 'cancel', 'unpublish', 'return']

/** One step of publication: schedule or publish a version, cancel, take back, show again. */
export const releaseStep = staffAction<StoryFormState, Input>({
  verb: 'story.schedule',
  parse: (form) => {
    const values = readValues(form)
    const step = values.step ?? ''
    const reason = step === 'unpublish' ? parseReason(values) : ({ ok: true, value: '' } as const)
    if (!reason.ok) return { ok: false, state: { ...untouched, values, errors: reason.errors } }
    // The instant that was shown and agreed to, whatever the campaign's zone is by now.
    const releaseAt = values.at ? new Date(values.at) : null
    if (releaseAt && Number.isNaN(releaseAt.getTime())) return { ok: false, state: { ...untouched, values, errors: { at: 'atInvalid' } } }
    if (step === 'schedule' && !releaseAt) return { ok: false, state: { ...untouched, values, errors: { at: 'atMissing' } } }
    // What is said with neither is no way to make a story public.
    if (!steps.includes(step) || (step === 'publish' && releaseAt)) return { ok: false, state: { ...untouched, values, refused: 'gone' } }
    const known = { storyId: values.story ?? '', version: numberIn(values, 'version'), number: numberIn(values, 'number') }
    return { ok: true, input: { ...known, step, reason: reason.value, releaseAt } }
  },
  run: async (actor, { step, reason, number, releaseAt, storyId, version }) => {
    const here = `/staff/stories/${storyId}?done=`
    if (step === 'cancel') await cancelSchedule(actor, { storyId, version })
    if (step === 'cancel') redirect(`${here}cancelled`)
    if (step === 'unpublish') await unpublishStory(actor, { storyId, version, reason })
    if (step === 'unpublish') redirect(`${here}unpublished`)
    if (step === 'return') await returnStory(actor, { storyId, version })
    if (step === 'return') redirect(`${here}returned`)
    await scheduleStory(actor, { storyId, number, releaseAt, version })
    redirect(`${here}${releaseAt ? 'scheduled' : 'published'}`)
  },
  refused: (refusal, form) => refusedForm(refusal, readValues(form), null),
})
