import 'server-only'
import { now } from '#lib/foundation/clock.ts'
import { db } from '#lib/foundation/db.ts'
import { hashToken } from '#lib/foundation/ids.ts'
import { type Locale, localeOf } from '#lib/i18n/locales.ts'
import { type KeptFile, knownMedia } from '#lib/media/files.ts'
import { parseTrack } from '#lib/stories/captions.ts'
import type { TranscriptLine } from '#lib/stories/schema.ts'
import { askableAgain, canLayOver, isOut, lastAnswer, lastAnswered } from './asking.ts'
import { changesOfScenes, changesOfWords, type SceneChange, type TitleChange, type WordsChange } from './compare.ts'
import type { Film } from './engine/film.ts'
import { timeline } from './engine/timeline.ts'
import { loadFilms, type WholeFilm } from './facts.ts'
import { type AskStep, openAsk, standingYes } from './lifecycle.ts'
import { tookNameBack } from './naming.ts'
import { stillOf } from './render/still.ts'
import { readScript } from './script/schema.ts'
import { transcriptOf } from './stored.ts'
import { languagesOf, tracksOf, transcriptLines } from './tracks/tracks.ts'
import type { Stop } from './views.ts'

export type OwnPhase =
  | 'making'
  | 'storyboard'
  | 'storyboardAgain'
  | 'changing'
  | 'renaming'
  | 'agreed'
  | 'film'
  | 'filmAgain'
  | 'released'
  | 'scheduled'
  | 'published'
  | 'stopped'

/** What can be said about a step, and what was. */
export type OwnAnswering = Readonly<{
  hash: string
  /** A yes is waited for. */
  canAgree: boolean
  /** Something to change can be said, which takes a yes back. */
  canChange: boolean
  agreedAt: Date | null
  change: Readonly<{ at: Date; words: string }> | null
}>

export type OwnStoryboard = OwnAnswering &
  Readonly<{
    number: number
    language: string
    seconds: number
    title: TitleChange
    scenes: readonly SceneChange[]
    gone: readonly string[]
  }>

/** The words of a film in one language; the title is null where it has none of its own. */
export type FilmWords = Readonly<{ language: string; title: string | null; lines: readonly TranscriptLine[] }>

export type OwnFilmFile = OwnAnswering &
  Readonly<{
    files: readonly Readonly<{ name: string; type: string }>[]
    /** The film for telephones, which is released with the other. */
    portrait: string | null
    poster: string | null
    width: number
    height: number
    captions: readonly Locale[]
    /** All that is said beside the film, once in each language: the film's own first. */
    words: readonly FilmWords[]
    changes: readonly WordsChange[]
    /** It is asked about again, and what differs, or some of it, cannot be shown beside what was. */
    differsUnseen: boolean
  }>

/** A film as its storyteller may see it. */
export type OwnFilm = Readonly<{
  reference: string
  phase: OwnPhase
  stopped: Stop | null
  storyboard: OwnStoryboard | null
  film: OwnFilmFile | null
  story: Readonly<{ slug: string; releaseAt: Date }> | null
}>

async function filmOf(key: string): Promise<WholeFilm | null> {
  const [film] = await loadFilms(db, { submission: { keys: { some: { keyHash: hashToken(key) } }, status: { not: 'erased' } } })
  return film ?? null
}

/** The film of the entry this secret link opens; null without one, and for an unknown link. Nothing is shown that was not asked about. */
export async function ownFilm(key: string): Promise<OwnFilm | null> {
  const film = await filmOf(key)
  if (!film) return null
  const phase = phaseOf(film)
  const { releaseAt = null, slug = '' } = film.row.story ?? {}
  return {
    ...{ reference: film.row.submission.reference, phase, stopped: film.stopped },
    storyboard: await storyboardOf(film, phase),
    film: await filmFileOf(film, phase),
    story: releaseAt && (phase === 'scheduled' || phase === 'published') ? { slug, releaseAt } : null,
  }
}

function phaseOf(film: WholeFilm): OwnPhase {
  const { facts, stopped } = film
  if (stopped) return 'stopped'
  const { story } = facts
  if (story?.releaseAt && !story.unpublishedAt) return story.releaseAt <= now() ? 'published' : 'scheduled'
  if (facts.nameHeldSince) return tookNameBack(film.row.submission) ? 'renaming' : 'making'
  if (standingYes(facts, 'storyboard')) return phaseOfFilm(film)
  const last = lastAnswer(facts, 'storyboard')
  if (openAsk(facts, 'storyboard') || askableAgain(film, 'storyboard')) return last?.answer === 'yes' ? 'storyboardAgain' : 'storyboard'
  return last?.answer === 'change' ? 'changing' : 'making'
}

function phaseOfFilm(film: WholeFilm): OwnPhase {
  const { facts } = film
  if (standingYes(facts, 'film')) return 'released'
  const last = lastAnswer(facts, 'film')
  if (openAsk(facts, 'film') || askableAgain(film, 'film')) return last?.answer === 'yes' ? 'filmAgain' : 'film'
  return last?.answer === 'change' ? 'changing' : 'agreed'
}

/** What the storyteller can say to a step, as it stands. */
function answeringOf(film: WholeFilm, step: AskStep, hash: string): OwnAnswering {
  const { facts, stopped } = film
  const yes = standingYes(facts, step)
  const canAgree = !stopped && !yes && (openAsk(facts, step) !== null || askableAgain(film, step))
  const said = lastAnswered(film, step)
  return {
    ...{ hash, canAgree, canChange: canAgree || (!stopped && yes !== null && !isOut(facts, now())), agreedAt: yes?.answeredAt ?? null },
    change: said?.answer === 'change' && said.answeredAt && said.words ? { at: said.answeredAt, words: said.words } : null,
  }
}

const isHidden = (phase: OwnPhase) => phase === 'making' || phase === 'renaming' || phase === 'stopped'

/** The revision a storyteller sees, and the one they last answered, when it differs. */
function revisionsOf(film: WholeFilm, phase: OwnPhase): Readonly<{ shown: number; before: number | null }> | null {
  const answered = lastAnswered(film, 'storyboard')
  if (isHidden(phase)) return null
  if (phase === 'changing' && !standingYes(film.facts, 'storyboard')) return answered ? { shown: answered.number, before: null } : null
  const before = answered && answered.hash !== film.head.shownHash ? answered.number : null
  return { shown: film.head.number, before }
}

async function storyboardOf(film: WholeFilm, phase: OwnPhase): Promise<OwnStoryboard | null> {
  const numbers = revisionsOf(film, phase)
  if (!numbers) return null
  const script = await scriptOf(film, numbers.shown)
  const before = numbers.before === null ? null : await scriptOf(film, numbers.before)
  if (!script) return null
  return {
    ...answeringOf(film, 'storyboard', film.facts.storyboardHash),
    ...{ number: numbers.shown, language: script.lang, seconds: Math.round(timeline(script).total) },
    ...changesOfScenes(before, script),
  }
}

async function scriptOf(film: WholeFilm, number: number): Promise<Film | null> {
  if (number === film.head.number) return film.script
  const found = await db.filmRevision.findUnique({ where: { filmId_number: { filmId: film.row.id, number } }, select: { script: true } })
  return found && readScript(found.script)
}

const isSeen = (film: WholeFilm, phase: OwnPhase) =>
  !isHidden(phase) &&
  standingYes(film.facts, 'storyboard') !== null &&
  film.row.asks.some(({ step }) => step === 'film') &&
  (openAsk(film.facts, 'film') !== null || lastAnswer(film.facts, 'film') !== null || askableAgain(film, 'film'))

async function filmFileOf(film: WholeFilm, phase: OwnPhase): Promise<OwnFilmFile | null> {
  const { facts, script } = film
  if (facts.filmHash === null || !isSeen(film, phase)) return null
  const files = namedFiles(film)
  const [poster, portrait] = (['poster', 'portrait'] as const).map((wanted) => files.find(({ role }) => role === wanted)?.name ?? null)
  const first = files.find(({ role }) => role === 'film')
  const asked = lastAnswered(film, 'film')
  const differs = asked !== null && asked.hash !== facts.filmHash
  const before = differs ? await scriptOf(film, asked.number) : null
  const changes = before ? changesOfWords(before, script) : []
  const answering = answeringOf(film, 'film', facts.filmHash)
  return {
    ...answering,
    files: files.flatMap(({ role, name, file }) => (role === 'film' ? [{ name, type: file.type }] : [])),
    ...{ poster: poster ?? null, portrait: portrait ?? null, width: first?.width ?? 16, height: first?.height ?? 9 },
    captions: captionsOf(film).map(({ locale }) => locale),
    words: wordsBeside(film),
    changes,
    differsUnseen: differs && answering.canAgree && (changes.length === 0 || !canLayOver(film, 'film')),
  }
}

type Named = Readonly<{ name: string; role: 'film' | 'poster' | 'portrait'; width: number; height: number; file: KeptFile }>

/** The files of the film under plain names: film.mp4, film-portrait.mp4, poster.webp. */
function namedFiles({ outside, made, tall }: WholeFilm): Named[] {
  const ending = (path: string) => path.split('.').at(-1) ?? ''
  const all = outside
    ? [{ ...outside.film, role: 'film' as const }, ...(outside.poster ? [{ ...outside.poster, role: 'poster' as const }] : [])]
    : (made?.output?.files ?? [])
  const upright = (tall?.output?.files ?? []).flatMap((file) => (file.role === 'film' ? [{ ...file, role: 'portrait' as const }] : []))
  return [...all, ...upright].flatMap(({ role, path, sha256, bytes, type, width, height }) => {
    if (role !== 'film' && role !== 'poster' && role !== 'portrait') return []
    const name = `${role === 'portrait' ? 'film-portrait' : role}.${ending(path)}`
    return [{ name, role, width: width ?? 16, height: height ?? 9, file: { path, sha256, bytes, type } }]
  })
}

function captionsOf({ script, outside, row }: WholeFilm): { locale: Locale; body: string }[] {
  if (outside) {
    return row.tracks.flatMap(({ language, captions }) => {
      const locale = localeOf(language)
      return locale && captions ? [{ locale, body: captions }] : []
    })
  }
  return languagesOf(script).flatMap((language) => {
    const locale = localeOf(language.split('-')[0])
    return locale ? [{ locale, body: tracksOf(script, language).captions }] : []
  })
}

function wordsBeside({ script, outside, row }: WholeFilm): FilmWords[] {
  const titleIn = (language: string) => (language === script.lang ? script.title : (script.translations[language]?.title ?? null))
  if (!outside)
    return languagesOf(script).map((language) => ({ language, title: titleIn(language), lines: transcriptLines(script, language) }))
  const own = script.lang.split('-')[0]
  const sent = row.tracks.map(({ language, captions, transcript }) => {
    const lines = transcriptOf(transcript)
    const said = lines.length > 0 ? lines : parseTrack(captions).cues.map(({ from, text }) => ({ at: from, says: text }))
    return { language, title: titleIn(language === own ? script.lang : language), lines: said }
  })
  return [...sent.filter(({ language }) => language === own), ...sent.filter(({ language }) => language !== own)]
}

/** A picture of one scene that this secret link shows now, with a name for exactly this picture; null for any other. */
export async function ownStill(key: string, number: number, scene: number): Promise<{ tag: string; draw: () => Promise<Buffer> } | null> {
  const film = await filmOf(key)
  const numbers = film && revisionsOf(film, phaseOf(film))
  if (!film || !numbers || (number !== numbers.shown && number !== numbers.before)) return null
  const script = await scriptOf(film, number)
  if (!script?.scenes[scene]) return null
  return { tag: `${film.row.id}-${number}-${scene}`, draw: () => stillOf(script, scene) }
}

/** A file of the film that this secret link shows now: a file of the media store, or the text of a track. Null for any other name. */
export async function ownFile(key: string, name: string): Promise<{ file: KeptFile } | { text: string } | null> {
  const film = await filmOf(key)
  if (!film || !isSeen(film, phaseOf(film))) return null
  const language = /^captions\.([a-z]{2})\.vtt$/.exec(name)?.[1]
  if (language) {
    const found = captionsOf(film).find(({ locale }) => locale === language)
    return found ? { text: found.body } : null
  }
  const found = namedFiles(film).find((one) => one.name === name)
  const file = found && (await knownMedia(found.file.path))
  return file ? { file } : null
}
