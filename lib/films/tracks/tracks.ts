import type { TrackKind, TranscriptLine } from '#lib/stories/schema.ts'
import type { Film, Scene } from '../engine/film.ts'
import { timeline } from '../engine/timeline.ts'
import { type Cue, captionCues, labelIn, phrasesOf } from './captions.ts'
import { describedFor, notPortraits, pictureOf } from './pictures.ts'

/** The languages a film has text tracks in: its own first. */
export function languagesOf(film: Film): string[] {
  return [film.lang, ...Object.keys(film.translations).filter((lang) => lang !== film.lang)]
}

/** The text tracks of a film in one language, as WebVTT. They come from the script, so they agree with the picture and each other. */
export function tracksOf(film: Film, lang: string): Record<TrackKind, string> {
  return {
    captions: webVtt(captionCues(film, lang), ['Kind: captions', `Language: ${lang}`]),
    chapters: webVtt(chapterCues(film, lang)),
    descriptions: webVtt(descriptionCues(film, lang), ['Kind: descriptions', `Language: ${lang}`]),
  }
}

function described(film: Film, scene: Scene, lang: string): string {
  const own = lang === film.lang ? scene.description : film.translations[lang]?.scenes[scene.id]?.description
  return own ?? pictureOf(film, scene, lang)
}

function chapterIn(film: Film, scene: Scene, lang: string): string | undefined {
  return scene.chapter && ((lang !== film.lang && film.translations[lang]?.scenes[scene.id]?.chapter) || scene.chapter)
}

function chapterCues(film: Film, lang: string): Cue[] {
  const { items, total } = timeline(film)
  const starts = items.flatMap(({ scene, start }) => {
    const text = chapterIn(film, scene, lang)
    return text ? [{ text, start }] : []
  })
  return starts.map(({ text, start }, i) => ({ id: String(i + 1), from: start, to: starts[i + 1]?.start ?? total, text }))
}

function descriptionCues(film: Film, lang: string): Cue[] {
  return timeline(film).items.map(({ scene, start, length }) => ({
    ...{ id: scene.id, from: start + 0.2, to: start + length - 0.05 },
    text: described(film, scene, lang),
  }))
}

/** The film in words, card by card. */
export function transcriptLines(film: Film, lang: string): TranscriptLine[] {
  return timeline(film).items.map(({ scene, start }) => {
    const chapter = chapterIn(film, scene, lang)
    const says = phrasesOf(film, scene, lang).join(' ')
    return { at: Math.round(start * 1000) / 1000, ...(chapter ? { chapter } : {}), says, shows: described(film, scene, lang) }
  })
}

/** The transcript as Markdown, for whoever keeps the file. */
export function transcriptText(film: Film, lang: string): string {
  const title = lang === film.lang ? film.title : (film.translations[lang]?.title ?? film.title)
  const note = labelIn(film, lang) || notPortraits[describedFor(lang)]
  const lines = transcriptLines(film, lang).map(({ at, says = '', shows = '' }) => `**${clock(at).slice(3, 8)}** ${says}  \n_${shows}_\n`)
  return `# ${title}\n\n${note}\n\n${lines.join('\n')}`
}

/** A sheet of thumbnails: one every so many seconds, in rows. */
export type Sheet = Readonly<{ total: number; every: number; columns: number; width: number; height: number; file: string }>
/** Where each thumbnail lies in its sheet, as WebVTT. */
export function thumbnailTrack({ total, every, columns, width, height, file }: Sheet): string {
  const cues = Array.from({ length: Math.ceil(total / every) }, (_, i): Cue => {
    const place = [(i % columns) * width, Math.floor(i / columns) * height, width, height].join()
    return { id: String(i + 1), from: i * every, to: Math.min(total, (i + 1) * every), text: `${file}#xywh=${place}` }
  })
  return webVtt(cues)
}

const escaped: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

function webVtt(cues: readonly Cue[], header: readonly string[] = []): string {
  const blocks = cues.map(({ id, from, to, text }) => {
    const safe = text.replace(/[&<>]/g, (letter) => escaped[letter] ?? letter)
    return `${id}\n${clock(from)} --> ${clock(to)}\n${safe}`
  })
  return `${[['WEBVTT', ...header].join('\n'), ...blocks].join('\n\n')}\n`
}

function clock(seconds: number): string {
  return new Date(Math.round(seconds * 1000)).toISOString().slice(11, 23)
}
