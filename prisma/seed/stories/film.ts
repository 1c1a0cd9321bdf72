import type { Kind, Theme, TrackKind, TranscriptLine } from '#lib/stories/schema.ts'
import type { Seeded } from '../languages.ts'

export type Words = Readonly<Record<Seeded, string>>

/** One caption: its id, from and to in seconds, and the words, with line breaks. */
type Caption = readonly [id: string, from: number, to: number, words: Words]

/** One picture of the film, from `at` until the next begins. */
type Scene = Readonly<{ id: string; at: number; chapter?: Words; shows: Words; captions: readonly Caption[] }>

type FilmFile = Readonly<{ path: string; mediaType: string; width: number; height: number }>

/** A film as the repository ships it: every text track and the transcript come from its scenes, so that they agree. */
export type Film = Readonly<{
  slug: string
  week: number
  kind: Kind
  theme: Theme
  releaseAt: string
  durationSeconds: number
  storyteller?: Readonly<{ age: number; name: Words; place: Words }>
  title: Words
  summary: Words
  pictureText: Words
  files: readonly FilmFile[]
  scenes: readonly Scene[]
}>

/** The film of a slug in its usual shapes; `portrait` when there is an upright one too. */
export function filmFiles(slug: string, portrait = false): FilmFile[] {
  const path = `/films/${slug}/${slug}`
  const upright = { path: `${path}-9x16.mp4`, mediaType: 'video/mp4', width: 1080, height: 1920 }
  return [
    { path: `${path}.mp4`, mediaType: 'video/mp4', width: 1280, height: 720 },
    { path: `${path}.webm`, mediaType: 'video/webm', width: 1280, height: 720 },
    ...(portrait ? [upright] : []),
  ]
}

const headers: Readonly<Record<TrackKind, (locale: Seeded) => string>> = {
  captions: (locale) => `WEBVTT\nKind: captions\nLanguage: ${locale}`,
  chapters: () => 'WEBVTT',
  descriptions: (locale) => `WEBVTT\nKind: descriptions\nLanguage: ${locale}`,
}

/** The WebVTT body of one track. */
export function trackOf(film: Film, kind: TrackKind, locale: Seeded): string {
  const cues = { captions: captionCues, chapters: chapterCues, descriptions: descriptionCues }[kind](film, locale)
  const blocks = cues.map(({ id, from, to, text }) => `${id}\n${clock(from)} --> ${clock(to)}\n${text}`)
  return `${[headers[kind](locale), ...blocks].join('\n\n')}\n`
}

/** The film in words, scene by scene. */
export function transcriptOf(film: Film, locale: Seeded): TranscriptLine[] {
  return film.scenes.map(({ at, chapter, shows, captions }) => ({
    at,
    ...(chapter ? { chapter: chapter[locale] } : {}),
    says: captions.map(([, , , words]) => words[locale].replaceAll('\n', ' ')).join(' '),
    shows: shows[locale],
  }))
}

type CueWords = { id: string; from: number; to: number; text: string }

function captionCues(film: Film, locale: Seeded): CueWords[] {
  return film.scenes.flatMap(({ captions }) => captions.map(([id, from, to, words]) => ({ id, from, to, text: words[locale] })))
}

function chapterCues(film: Film, locale: Seeded): CueWords[] {
  const starts = film.scenes.flatMap(({ at, chapter }) => (chapter ? [{ at, chapter }] : []))
  return starts.map(({ at, chapter }, index) => ({
    id: String(index + 1),
    from: at,
    to: starts[index + 1]?.at ?? film.durationSeconds,
    text: chapter[locale],
  }))
}

function descriptionCues(film: Film, locale: Seeded): CueWords[] {
  return film.scenes.map(({ id, at, shows }, index) => {
    const until = film.scenes[index + 1]?.at ?? film.durationSeconds
    return { id, from: at + 0.2, to: until - 0.05, text: shows[locale] }
  })
}

function clock(seconds: number): string {
  return `${new Date(Math.round(seconds * 1000)).toISOString().slice(11, 23)}`
}
