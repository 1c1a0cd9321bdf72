'use server'

import { redirect } from 'next/navigation'
import { staffAction } from '#app/_auth/action.ts'
import { setFilmTracks } from '#lib/films/commands/tracks.ts'
import type { Film } from '#lib/films/engine/film.ts'
import { type FilmFormState, parseTracks, readValues, type TrackWords, typedOver, untouched } from '#lib/films/form.ts'
import { filmRevision } from '#lib/films/queries.ts'
import { Refusal } from '#lib/foundation/refusal.ts'
import { defaultLocale, type Locale, localeOf } from '#lib/i18n/locales.ts'
import { refusedForm } from '../../../answers.ts'
import { placeIn } from '../../editing.ts'

type Input = Readonly<{ id: string; version: number; language: Locale; title: string; scenes: Record<string, TrackWords> }>

/** Saves what the text tracks say in another language. */
export const saveTracks = staffAction<FilmFormState, Input>({
  verb: 'film.edit',
  parse: (form) => {
    const values = readValues(form)
    const read = parseTracks(values)
    if (!read.ok) return { ok: false, state: { ...untouched, values, errors: read.errors } }
    const { id, version } = placeIn(values)
    return { ok: true, input: { id, version, language: localeOf(values.language) ?? defaultLocale, ...read.value } }
  },
  run: async (actor, input) => {
    const number = await setFilmTracks(actor, input).catch(async (error: unknown) => {
      if (!(error instanceof Refusal) || error.code !== 'films.changed') throw error
      const seen = await filmRevision(actor, input.id, input.version)
      throw new Refusal(error.code, error.field, { ...error.values, seen: JSON.stringify(seen) })
    })
    redirect(`/staff/films/${input.id}/words/${input.language}?done=words&n=${number}`)
  },
  refused: (refusal, form) => {
    const values = readValues(form)
    if (refusal.code !== 'films.changed') return refusedForm(refusal, values)
    // Who is told of another's words may replace them: the form is made anew from what is there, and what was changed in it.
    const { version: _, ...typed } = values
    const seen = JSON.parse(String(refusal.values.seen)) as Film | null
    return refusedForm(refusal, typedOver(seen, values.language ?? '', typed))
  },
})
