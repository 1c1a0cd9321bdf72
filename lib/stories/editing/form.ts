import { countGraphemes, findForbidden, hasVisible, normaliseText, type TextKind } from '#lib/foundation/text.ts'
import { locales } from '#lib/i18n/locales.ts'
import { lostLetter, parseTrack, type TrackProblem } from '../captions.ts'
import { kinds, type TranscriptLine, themes } from '../schema.ts'
import type { StoryFacts, StoryWords } from './content.ts'
import type { Stretch } from './differences.ts'

/** Most characters of each text. */
export const limits = {
  title: 70,
  summary: 400,
  pictureText: 300,
  name: 60,
  place: 80,
  note: 200,
  chapter: 80,
  says: 1000,
  shows: 500,
  reason: 500,
} as const
/** Most lines of a transcript, and most characters of a track. */
export const mostLines = 300
export const mostTrack = 400_000

export type FieldError =
  | 'missing'
  | 'tooLong'
  | 'forbidden'
  | 'slug'
  | 'slugTaken'
  | 'slugFixed'
  | 'kindFixed'
  | 'week'
  | 'age'
  | 'choice'
  | 'lineTime'
  | 'lineTwice'
  | 'lineEmpty'
  | 'trackEmpty'
  | 'trackLong'
  | 'trackFaulty'
  | 'atMissing'
  | 'atInvalid'
  | 'past'
export type FormRefusal =
  | 'changed'
  | 'moved'
  | 'incomplete'
  | 'out'
  | 'fileGone'
  | 'fileUsed'
  | 'stopped'
  | 'filmStopped'
  | 'ofFilm'
  | 'nameHeld'
  | 'gone'
export type Values = Readonly<Record<string, string>>
export type Errors = Readonly<Record<string, FieldError>>
/** What somebody else saved meanwhile, laid over what was typed. */
export type Conflict = Readonly<{ number: number; who: string; stretches: readonly Stretch[] }>

/** A form of the desk as it comes back. */
export type StoryFormState = Readonly<{
  values: Values | null
  errors: Errors
  problems: readonly TrackProblem[]
  refused: FormRefusal | null
  conflict: Conflict | null
  /** What is missing, as `lack` or `lack:locale`, between spaces. */
  missing: string
}>
export const untouched: StoryFormState = { values: null, errors: {}, problems: [], refused: null, conflict: null, missing: '' }

export type Parsed<T> = { ok: true; value: T } | { ok: false; errors: Errors; problems?: readonly TrackProblem[] }

/** The text fields of a form as they are stored; of a field that comes twice, the first counts. */
export function readValues(form: FormData): Values {
  const values: Record<string, string> = {}
  for (const [name, value] of form)
    if (typeof value === 'string' && !name.startsWith('$') && !(name in values)) values[name] = normaliseText(value.slice(0, mostTrack + 1))
  return values
}

function wrong(text: string, most: number, kind: TextKind): FieldError | null {
  if (findForbidden(text, kind)) return 'forbidden'
  return countGraphemes(text) > most ? 'tooLong' : null
}

/** The facts of a story as they were typed. */
export function parseFacts(values: Values): Parsed<StoryFacts> {
  const errors: Record<string, FieldError> = {}
  const slug = values.slug ?? ''
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) || slug.length > 60) errors.slug = 'slug'
  const week = /^\d{1,3}$/.test(values.week ?? '') ? Number(values.week) : 0
  if (week < 1 || week > 520) errors.week = 'week'
  const [kind, theme] = [kinds.find((one) => one === values.kind), themes.find((one) => one === values.theme)]
  const language = locales.find((one) => one === values.language)
  if (!kind) errors.kind = 'choice'
  if (!theme) errors.theme = 'choice'
  if (!language) errors.language = 'choice'
  const age = values.age ? Number(values.age) : null
  if (age !== null && (!/^\d{1,3}$/.test(values.age ?? '') || age < 18 || age > 120)) errors.age = 'age'
  if (!kind || !theme || !language || Object.keys(errors).length > 0) return { ok: false, errors }
  return { ok: true, value: { slug, week, kind, theme, language, age: kind === 'storyteller' ? age : null } }
}

/** The words of a story in one language as they were typed; a draft may leave some empty. */
export function parseWords(values: Values): Parsed<Omit<StoryWords, 'english'>> {
  const errors: Record<string, FieldError> = {}
  for (const name of ['title', 'summary', 'pictureText', 'name', 'place'] as const) {
    const error = wrong(values[name] ?? '', limits[name], name === 'summary' || name === 'pictureText' ? 'block' : 'line')
    if (error) errors[name] = error
  }
  if (Object.keys(errors).length > 0) return { ok: false, errors }
  const { title = '', summary = '', pictureText = '', name = '', place = '' } = values
  return { ok: true, value: { title, summary, pictureText, name: name || null, place: place || null } }
}

/** Seconds from 0:13, 1:02:05.5 or 13.5; null for what is no time. */
export function secondsOf(typed: string): number | null {
  const found = /^(?:(?:(\d{1,2}):)?([0-5]?\d):)?(\d{1,5}(?:\.\d{1,3})?)$/.exec(typed.trim())
  if (!found) return null
  const [hours, minutes, rest] = [Number(found[1] ?? 0), Number(found[2] ?? 0), Number(found[3])]
  return found[2] !== undefined && rest >= 60 ? null : Math.round((hours * 3600 + minutes * 60 + rest) * 1000) / 1000
}

/** A moment as it is typed: 0:13, 1:05.5. */
export function typedTime(seconds: number): string {
  const [whole, parts] = [Math.floor(seconds), Math.round((seconds % 1) * 1000)]
  const tail = parts ? `.${String(parts).padStart(3, '0').replace(/0+$/, '')}` : ''
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}${tail}`
}

/** The lines of a transcript as they were typed, in the order of their times. Lines with nothing in them are left out. */
export function parseLines(values: Values): Parsed<TranscriptLine[]> {
  const errors: Record<string, FieldError> = {}
  const lines: TranscriptLine[] = []
  const count = Math.min(Number(values.lines) || 0, mostLines)
  for (let row = 0; row < count; row += 1) {
    const typed = (name: string) => values[`${name}-${row}`] ?? ''
    const [chapter, says, shows] = [typed('chapter'), typed('says'), typed('shows')]
    if (![typed('at'), chapter, says, shows].some(hasVisible)) continue
    for (const name of ['chapter', 'says', 'shows'] as const) {
      const error = wrong(typed(name), limits[name], name === 'chapter' ? 'line' : 'block')
      if (error) errors[`${name}-${row}`] = error
    }
    const at = secondsOf(typed('at'))
    if (at === null) errors[`at-${row}`] = 'lineTime'
    else if (![says, shows].some(hasVisible)) errors[`says-${row}`] = 'lineEmpty'
    else if (lines.some((line) => line.at === at)) errors[`at-${row}`] = 'lineTwice'
    else lines.push({ at, ...(chapter && { chapter }), ...(says && { says }), ...(shows && { shows }) })
  }
  if (Object.keys(errors).length > 0) return { ok: false, errors }
  return { ok: true, value: lines.sort((a, b) => a.at - b.at) }
}

/** A WebVTT file as it was pasted or sent; every problem with its line, counted from the top of what was sent. Empty takes the track away. */
export function parseTrackBody(raw: string): Parsed<string | null> {
  const lines = raw.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)
  // To browsers a line of spaces is no blank line: the name of the cue below would be shown with the one above.
  const sent = lines.map((line) => (/^[ \t]+$/.test(line) ? '' : line)).join('\n')
  const body = sent.trim()
  if (body === '') return { ok: true, value: null }
  if (body.length > mostTrack) return { ok: false, errors: { body: 'trackLong' } }
  if (!body.includes(lostLetter) && findForbidden(body, 'block')) return { ok: false, errors: { body: 'forbidden' } }
  const { problems } = parseTrack(body)
  if (problems.length === 0) return { ok: true, value: `${body}\n` }
  const above = sent.slice(0, sent.indexOf(body)).split('\n').length - 1
  return { ok: false, errors: { body: 'trackFaulty' }, problems: problems.map((one) => ({ ...one, line: one.line + above })) }
}

/** A reason has to be there and fit. */
export function parseReason(values: Values): Parsed<string> {
  const reason = values.reason ?? ''
  if (!hasVisible(reason)) return { ok: false, errors: { reason: 'missing' } }
  const error = wrong(reason, limits.reason, 'block')
  return error ? { ok: false, errors: { reason: error } } : { ok: true, value: reason }
}
