'use server'

import { redirect } from 'next/navigation'
import { staffAction } from '#app/_auth/action.ts'
import { openFilm } from '#lib/films/commands/script.ts'
import { type FilmFormState, readValues } from '#lib/films/form.ts'
import { refusedForm } from './answers.ts'

/** Begins the film of a selected entry with a draft from the storyteller's own words. */
export const beginFilm = staffAction<FilmFormState, { reference: string }>({
  verb: 'film.edit',
  parse: (form) => ({ ok: true, input: { reference: readValues(form).reference ?? '' } }),
  run: async (actor, input) => redirect(`/staff/films/${await openFilm(actor, input)}?done=opened`),
  refused: (refusal, form) => refusedForm(refusal, readValues(form)),
})
