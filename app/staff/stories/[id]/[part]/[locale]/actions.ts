'use server'

import { redirect } from 'next/navigation'
import { staffAction } from '#app/_auth/action.ts'
import { Refusal } from '#lib/foundation/refusal.ts'
import { defaultLocale, type Locale, localeOf } from '#lib/i18n/locales.ts'
import { saveStory } from '#lib/stories/commands/save.ts'
import type { Part } from '#lib/stories/editing/content.ts'
import {
  parseLines,
  parseTrackBody,
  parseWords,
  readValues,
  type StoryFormState,
  untouched,
  type Values,
} from '#lib/stories/editing/form.ts'
import { plainOf } from '#lib/stories/editing/parts.ts'
import { trackKinds } from '#lib/stories/schema.ts'
import { numberIn, refusedForm } from '../../../answers.ts'

type Input = Readonly<{ storyId: string; base: number; automatic: boolean; part: Part }>

function about(values: Values): Readonly<{ storyId: string; base: number; automatic: boolean; locale: Locale }> {
  const locale = localeOf(values.locale) ?? defaultLocale
  return { storyId: values.story ?? '', base: numberIn(values, 'base'), automatic: values.auto === 'yes', locale }
}

function partOf(values: Values, locale: Locale) {
  if (values.part === 'text') {
    const read = parseWords(values)
    return read.ok ? { ok: true as const, part: { part: 'text', locale, value: read.value } as const } : read
  }
  const read = parseLines(values)
  return read.ok ? { ok: true as const, part: { part: 'transcript', locale, value: read.value } as const } : read
}

/** Saves the words or the transcript of a story in one language. */
export const saveWords = staffAction<StoryFormState, Input>({
  verb: 'story.edit',
  parse: (form) => {
    const values = readValues(form)
    const { locale, ...save } = about(values)
    const read = partOf(values, locale)
    if (!read.ok) return { ok: false, state: { ...untouched, values, errors: read.errors } }
    return { ok: true, input: { ...save, part: read.part } }
  },
  run: async (actor, input) => {
    const number = await saveStory(actor, input)
    const { part, locale } = { locale: defaultLocale, ...input.part }
    redirect(`/staff/stories/${input.storyId}/${part}/${locale}?done=saved&n=${number}`)
  },
  refused: (refusal, form) => {
    const values = readValues(form)
    const read = partOf(values, about(values).locale)
    return refusedForm(refusal, values, read.ok ? plainOf(read.part) : null)
  },
})

type TrackInput = Readonly<{ values: Values; file: File | null }>

/** Saves a text track: what was chosen, or what was typed. A file with faults comes back with each of them and its line. */
export const saveTrack = staffAction<StoryFormState, TrackInput>({
  verb: 'story.edit',
  parse: (form) => {
    const file = form.get('file')
    return { ok: true, input: { values: readValues(form), file: file instanceof File && file.size > 0 ? file : null } }
  },
  run: async (actor, { values, file }) => {
    const body = file ? await file.text() : (values.body ?? '')
    const read = parseTrackBody(body)
    const kind = trackKinds.find((one) => one === values.part)
    if (!read.ok || !kind) throw new Refusal('story.track', 'body', { body })
    const { locale, ...save } = about(values)
    const number = await saveStory(actor, { ...save, part: { part: kind, locale, value: read.value } }).catch((error: unknown) => {
      if (error instanceof Refusal) throw new Refusal(error.code, error.field, { ...error.values, body })
      throw error
    })
    redirect(`/staff/stories/${save.storyId}/${kind}/${locale}?done=saved&n=${number}`)
  },
  refused: (refusal, form) => {
    const body = String(refusal.values.body ?? '').replace(/\r\n?/g, '\n')
    const values = { ...readValues(form), body }
    const read = parseTrackBody(body)
    if (refusal.code !== 'story.track') return refusedForm(refusal, values, body)
    if (read.ok) return { ...untouched, values, refused: 'gone' }
    return { ...untouched, values, errors: read.errors, problems: read.problems ?? [] }
  },
})
