import { defaultLocale, type Locale, localeOf, locales } from '#lib/i18n/locales.ts'
import { mediaAddress } from '#lib/media/names.ts'
import { type DeskFile, emptyContent, type StoryContent, type StoryFacts } from '#lib/stories/editing/content.ts'
import { nameOfWords } from '#lib/stories/editing/parts.ts'
import type { TranscriptLine } from '#lib/stories/schema.ts'
import type { Film } from './engine/film.ts'
import { timeline } from './engine/timeline.ts'
import { scenesWithout } from './policy.ts'
import type { RenderedFile, RenderOutput } from './render/output.ts'
import { type Naming, type StoryBefore, textsOfStory } from './story-words.ts'
import { tracksOf, transcriptLines } from './tracks/tracks.ts'
import type { OutsideFile, OutsideFilm } from './views.ts'

/** Words of a film in one language, as its story shows them. */
type Words = Readonly<{
  locale: Locale
  captions: string
  chapters: string | null
  descriptions: string | null
  transcript: readonly TranscriptLine[]
}>
export type Telling = Readonly<{ words: readonly Words[]; files: readonly DeskFile[]; seconds: number }>

/** What a story gets of a film we made: the files of its renders and the texts of its script. */
export function tellingOf(script: Film, renders: readonly RenderOutput[]): Telling {
  const words = locales.flatMap((locale): Words[] => {
    const language = script.lang.split('-')[0] === locale ? script.lang : locale
    if (language !== script.lang && (!script.translations[locale] || scenesWithout(script, locale).length > 0)) return []
    const { captions, chapters, descriptions } = tracksOf(script, language)
    const hasChapters = script.scenes.some(({ chapter }) => chapter)
    return [{ locale, captions, chapters: hasChapters ? chapters : null, descriptions, transcript: transcriptLines(script, language) }]
  })
  const files = renders
    .flatMap((output) => output.files.flatMap(deskFile))
    .filter((file, i, all) => all.findIndex((one) => isSame(one, file)) === i)
  return { words, files, seconds: Math.round(timeline(script).total * 100) / 100 }
}

const isSame = (a: DeskFile, b: DeskFile) => a.path === b.path || (a.role === b.role && a.shape === b.shape && a.mediaType === b.mediaType)

function deskFile({ role, path, type, width, height, bytes }: RenderedFile): DeskFile[] {
  if ((role !== 'film' && role !== 'poster') || width === null || height === null || width === height) return []
  return [{ role, shape: width > height ? 'wide' : 'portrait', path: mediaAddress(path), mediaType: type, width, height, bytes }]
}

type OutsideWords = readonly Readonly<{ language: string; captions: string; transcript: readonly TranscriptLine[] }>[]

/** What a story gets of a film that was made elsewhere. */
export function tellingOfOutside({ film, poster, seconds }: OutsideFilm & { poster: OutsideFile }, sent: OutsideWords): Telling {
  const words = sent.flatMap(({ language, captions, transcript }): Words[] => {
    const locale = localeOf(language)
    return locale ? [{ locale, captions, chapters: null, descriptions: null, transcript }] : []
  })
  const file = ({ path, type, width, height, bytes }: OutsideFile, role: DeskFile['role']): DeskFile => ({
    ...{ role, shape: width >= height ? 'wide' : 'portrait', path: mediaAddress(path), mediaType: type, width, height, bytes },
  })
  return { words, files: [file(film, 'film'), file(poster, 'poster')], seconds }
}

/**
 * The story of a film. What its editors wrote on the desk of stories stays: titles, summaries, the words for its picture, as `textsOfStory` says. The
 * name is that of today; files, tracks and transcripts are the film's.
 */
export function storyContentOf(
  script: Film,
  telling: Telling,
  { before, facts, ...naming }: Naming & Readonly<{ before: StoryBefore | null; facts: StoryFacts }>,
): StoryContent {
  const content: StoryContent = {
    ...emptyContent(before?.content.facts ?? facts),
    texts: textsOfStory(script, { words: telling.words, before }, naming),
    film: { durationSeconds: telling.seconds, files: [...telling.files] },
  }
  for (const { locale, captions, chapters, descriptions, transcript } of telling.words) {
    content.transcripts[locale] = { lines: [...transcript], english: null }
    if (captions) content.captions[locale] = { body: captions, english: null }
    if (chapters) content.chapters[locale] = { body: chapters, english: null }
    if (descriptions) content.descriptions[locale] = { body: descriptions, english: null }
  }
  return marked(content)
}

/** Says of every translation that it was made beside the English of now: all of it comes from one script. */
function marked(content: StoryContent): StoryContent {
  for (const locale of locales.filter((one) => one !== defaultLocale)) {
    for (const part of ['captions', 'chapters', 'descriptions'] as const) {
      const track = content[part][locale]
      if (track) track.english = nameOfWords(content, part, defaultLocale)
    }
    const [text, lines] = [content.texts[locale], content.transcripts[locale]]
    if (text) text.english ??= nameOfWords(content, 'text', defaultLocale)
    if (lines) lines.english = nameOfWords(content, 'transcript', defaultLocale)
  }
  return content
}
