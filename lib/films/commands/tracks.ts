import 'server-only'
import { record } from '#lib/audit/record.ts'
import { now } from '#lib/foundation/clock.ts'
import { db } from '#lib/foundation/db.ts'
import { hashText } from '#lib/foundation/ids.ts'
import { Refusal } from '#lib/foundation/refusal.ts'
import { type Locale, localeOf } from '#lib/i18n/locales.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { mustBeAllowed } from '#lib/staff/permissions.ts'
import { parseTrack } from '#lib/stories/captions.ts'
import type { TranscriptLine } from '#lib/stories/schema.ts'
import type { Film, Translation } from '../engine/film.ts'
import { canonicalJson } from '../script/hash.ts'
import { readScript } from '../script/schema.ts'
import { transcriptOf } from '../stored.ts'
import { lockLiveFilm, supersedeAsks } from './lock.ts'
import { saveOver } from './script.ts'

export type FilmTracks = Readonly<{
  id: string
  /** The revision the editor saw. */
  version: number
  language: string
  title: string
  /** By scene; words left empty are missing. */
  scenes: Readonly<Record<string, Readonly<{ caption?: string; chapter?: string; description?: string }>>>
}>

/**
 * Sets the captions, chapters and descriptions of one more language, as a new revision, and returns its number. They are no part of what the
 * storyboard's yes is tied to. Refuses 'films.unknown', 'films.stopped', 'films.changed', and 'films.language' for the film's own language, whose
 * words stand in its scenes.
 */
export async function setFilmTracks(actor: StaffActor, { id, version, language, title, scenes }: FilmTracks): Promise<number> {
  mustBeAllowed(actor, 'film.edit')
  const at = now()
  return db.$transaction(async (tx) => {
    const film = await lockLiveFilm(tx, id)
    if (localeOf(language) === null || language === film.script.lang) throw new Refusal('films.language')
    const script = withTranslation(film.script, language, { title, scenes })
    return saveOver(tx, film, readScript(script), { actor, at, version, kind: 'saved' })
  })
}

function withTranslation(film: Film, language: string, { title, scenes }: Pick<FilmTracks, 'title' | 'scenes'>): Film {
  const words = film.scenes.flatMap(({ id }) => {
    const filled = Object.entries(scenes[id] ?? {}).flatMap(([name, text]) => (text?.trim() ? [[name, text.trim()] as const] : []))
    return filled.length ? [[id, Object.fromEntries(filled)] as const] : []
  })
  const { [language]: _, ...others } = film.translations
  if (words.length === 0 && !title.trim()) return { ...film, translations: others }
  const made: Translation = { title: title.trim() || film.title, scenes: Object.fromEntries(words) }
  return { ...film, translations: { ...others, [language]: made } }
}

export type OutsideTracks = Readonly<{
  id: string
  language: Locale
  /** WebVTT; empty takes it away, left out it stays as it is. */
  captions?: string
  /** Empty takes it away, left out it stays as it is. */
  transcript?: readonly TranscriptLine[]
  /** What of it the editor saw, as `seenOf` names it; left out, nobody looked. */
  seen?: string
}>

/** Names the captions or the transcript that somebody sees. */
export function seenOf(words: string | readonly TranscriptLine[]): string {
  return hashText(canonicalJson(words))
}

/**
 * Sets captions, transcript or both of a film made elsewhere. Refuses 'films.unknown', 'films.stopped', 'films.track-faulty' (values line and
 * fault), and 'films.changed' when somebody saved something else than what was `seen`.
 */
export async function setOutsideTracks(actor: StaffActor, input: OutsideTracks): Promise<void> {
  mustBeAllowed(actor, 'film.edit')
  const { id, language } = input
  const [problem] = input.captions ? parseTrack(input.captions).problems : []
  if (problem) throw new Refusal('films.track-faulty', 'captions', { line: problem.line, fault: problem.fault })
  const at = now()
  await db.$transaction(async (tx) => {
    const { row } = await lockLiveFilm(tx, id)
    const before = row.tracks.find((track) => track.language === language)
    const captions = input.captions ?? before?.captions ?? ''
    const lines = before ? transcriptOf(before.transcript) : []
    const transcript = input.transcript ?? lines
    const [there, wanted] = input.transcript ? [lines, input.transcript] : [before?.captions ?? '', captions]
    if (input.seen && ![input.seen, seenOf(wanted)].includes(seenOf(there))) throw new Refusal('films.changed')
    const where = { filmId_language: { filmId: id, language } }
    const words = { captions, transcript: transcript.map((line) => ({ ...line })) }
    if (!captions && transcript.length === 0) await tx.filmTrack.deleteMany({ where: { filmId: id, language } })
    else await tx.filmTrack.upsert({ where, create: { filmId: id, language, ...words }, update: words })
    await supersedeAsks(tx, id, at)
    const data = { language, captions: captions !== '', transcript: transcript.length }
    await record(tx, { actor, action: 'film.tracks-saved', subject: { kind: 'film', id }, at, data })
  })
}
