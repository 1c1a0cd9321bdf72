'use server'

import { redirect } from 'next/navigation'
import { staffAction } from '#app/_auth/action.ts'
import { setOutsideTracks } from '#lib/films/commands/tracks.ts'
import { Refusal } from '#lib/foundation/refusal.ts'
import { defaultLocale, type Locale, localeOf } from '#lib/i18n/locales.ts'
import { parseLines, parseTrackBody, readValues, type StoryFormState, untouched, type Values } from '#lib/stories/editing/form.ts'
import type { TranscriptLine } from '#lib/stories/schema.ts'

type About = Readonly<{ id: string; language: Locale; seen: string }>

function aboutOf({ film = '', locale, base = '' }: Values): About {
  return { id: film, language: localeOf(locale) ?? defaultLocale, seen: base }
}
const here = ({ id, language }: About, part: string) => `/staff/films/${id}/outside/${part}/${language}?done=beside`

function refusedForm({ code }: Refusal, values: Values): StoryFormState {
  if (code !== 'films.changed') return { ...untouched, values, refused: code === 'films.stopped' ? 'filmStopped' : 'gone' }
  // Who is told of another's words may replace them: the form is made anew from what is there.
  const { base: _, ...typed } = values
  return { ...untouched, values: typed, refused: 'changed' }
}

/** Saves the captions of a film made elsewhere: what was chosen, or what was typed. Every fault comes back with its line. */
export const saveCaptions = staffAction<StoryFormState, About & Readonly<{ typed: string; file: File | null }>>({
  verb: 'film.edit',
  parse: (form) => {
    const [values, file] = [readValues(form), form.get('file')]
    return { ok: true, input: { ...aboutOf(values), typed: values.body ?? '', file: file instanceof File && file.size > 0 ? file : null } }
  },
  run: async (actor, { typed, file, ...about }) => {
    const body = file ? await file.text() : typed
    const read = parseTrackBody(body)
    if (!read.ok) throw new Refusal('films.track-faulty', 'body', { body })
    await setOutsideTracks(actor, { ...about, captions: read.value ?? '' }).catch((error: unknown) => {
      // No browser sends a chosen file a second time: what it says goes on as text.
      if (error instanceof Refusal) throw new Refusal(error.code, error.field, { ...error.values, body })
      throw error
    })
    redirect(here(about, 'captions'))
  },
  refused: (refusal, form) => {
    const body = String(refusal.values.body ?? '').replace(/\r\n?/g, '\n')
    const [values, read] = [{ ...readValues(form), body }, parseTrackBody(body)]
    if (refusal.code !== 'films.track-faulty') return refusedForm(refusal, values)
    if (read.ok) return { ...untouched, values, refused: 'gone' }
    return { ...untouched, values, errors: read.errors, problems: read.problems ?? [] }
  },
})

/** Saves the transcript of a film made elsewhere, line by line. */
export const saveTranscript = staffAction<StoryFormState, About & Readonly<{ transcript: TranscriptLine[] }>>({
  verb: 'film.edit',
  parse: (form) => {
    const values = readValues(form)
    const read = parseLines(values)
    if (!read.ok) return { ok: false, state: { ...untouched, values, errors: read.errors } }
    return { ok: true, input: { ...aboutOf(values), transcript: read.value } }
  },
  run: async (actor, { transcript, ...about }) => {
    await setOutsideTracks(actor, { ...about, transcript })
    redirect(here(about, 'transcript'))
  },
  refused: (refusal, form) => refusedForm(refusal, readValues(form)),
})
