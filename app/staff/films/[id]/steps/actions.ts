'use server'

import { redirect } from 'next/navigation'
import { staffAction } from '#app/_auth/action.ts'
import { currentCampaign } from '#lib/campaign/queries.ts'
import { instantOf } from '#lib/campaign/zoned.ts'
import { askForYes } from '#lib/films/commands/ask.ts'
import { cancelRender, dropUploadedFilm, startRender } from '#lib/films/commands/making.ts'
import { closeFilm, publishFilm, unscheduleFilm } from '#lib/films/commands/publish.ts'
import { type Shape, sizes } from '#lib/films/engine/film.ts'
import { type Errors, type FilmFormState, readValues, untouched, type Values } from '#lib/films/form.ts'
import { now } from '#lib/foundation/clock.ts'
import { Refusal } from '#lib/foundation/refusal.ts'
import { hasVisible } from '#lib/foundation/text.ts'
import { refusedForm } from '../../answers.ts'

const here = (id: string, done: string) => `/staff/films/${id}/steps?done=${done}`
const refused = (refusal: Refusal, form: FormData): FilmFormState => {
  const values = readValues(form)
  return refusal.field ? { ...untouched, values, errors: { [refusal.field]: 'past' } } : refusedForm(refusal, values)
}
const wrong = (values: Values, errors: Errors) => ({ ok: false as const, state: { ...untouched, values, errors } })

/** Asks the storyteller for their yes to the storyboard, or for the release of the film. */
export const ask = staffAction<FilmFormState, { id: string; step: 'storyboard' | 'film' }>({
  verb: 'film.edit',
  parse: (form) => {
    const values = readValues(form)
    return { ok: true, input: { id: values.film ?? '', step: values.step === 'film' ? 'film' : 'storyboard' } }
  },
  run: async (actor, input) => {
    await askForYes(actor, input)
    redirect(here(input.id, 'asked'))
  },
  refused,
})

/** Makes the film in a shape, or stops making it. */
export const make = staffAction<FilmFormState, { id: string; size: Shape; renderId: string }>({
  verb: 'film.edit',
  parse: (form) => {
    const values = readValues(form)
    const size = (Object.keys(sizes) as Shape[]).find((shape) => shape === values.size) ?? 'wide'
    return { ok: true, input: { id: values.film ?? '', size, renderId: values.render ?? '' } }
  },
  run: async (actor, { id, size, renderId }) => {
    if (renderId) await cancelRender(actor, { id, renderId })
    else await startRender(actor, { id, size })
    redirect(here(id, renderId ? 'cancelled' : 'rendering'))
  },
  refused,
})

/** Goes back from a film made elsewhere to one of our own. */
export const drop = staffAction<FilmFormState, { id: string }>({
  verb: 'film.edit',
  parse: (form) => ({ ok: true, input: { id: readValues(form).film ?? '' } }),
  run: async (actor, input) => {
    await dropUploadedFilm(actor, input)
    redirect(here(input.id, 'dropped'))
  },
  refused,
})

type Publishing = Readonly<{ id: string; at: string | null }>

/** Schedules the film for an instant of the campaign's clock, or publishes it at once for who asks for that. */
export const publish = staffAction<FilmFormState, Publishing>({
  verb: 'film.publish',
  parse: (form) => {
    const values = readValues(form)
    const isNow = values.now === 'yes'
    // A browser sends a day without its time as nothing.
    if (!isNow && !values.at) return wrong(values, { at: 'when' })
    return { ok: true, input: { id: values.film ?? '', at: isNow ? null : (values.at ?? '') } }
  },
  run: async (actor, { id, at }) => {
    const { timeZone } = await currentCampaign()
    const releaseAt = at === null ? null : instantOf(at, timeZone)
    if (at !== null && (!releaseAt || releaseAt <= now())) throw new Refusal('films.past', 'at')
    await publishFilm(actor, { id, releaseAt, sawNoDate: true })
    redirect(here(id, releaseAt ? 'scheduled' : 'published'))
  },
  refused,
})

/** Takes the release back. */
export const unschedule = staffAction<FilmFormState, { id: string }>({
  verb: 'film.publish',
  parse: (form) => ({ ok: true, input: { id: readValues(form).film ?? '' } }),
  run: async (actor, input) => {
    await unscheduleFilm(actor, input)
    redirect(here(input.id, 'unscheduled'))
  },
  refused,
})

/** Gives the film up. */
export const close = staffAction<FilmFormState, { id: string; reason: string }>({
  verb: 'film.publish',
  parse: (form) => {
    const values = readValues(form)
    const reason = values.reason ?? ''
    if (!hasVisible(reason)) return wrong(values, { reason: 'missing' })
    return reason.length > 500 ? wrong(values, { reason: 'tooLong' }) : { ok: true, input: { id: values.film ?? '', reason } }
  },
  run: async (actor, input) => {
    await closeFilm(actor, input)
    redirect(here(input.id, 'closed'))
  },
  refused,
})
