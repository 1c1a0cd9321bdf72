import 'server-only'
import type { Database, Tx } from '#lib/foundation/db.ts'
import { hashText } from '#lib/foundation/ids.ts'
import type { Prisma } from '#prisma/generated/client.ts'
import type { Film } from './engine/film.ts'
import { type AskFacts, type AskStep, type FilmFacts, stopReasons } from './lifecycle.ts'
import { type NamePlaces, namePlaces, publicName } from './naming.ts'
import { type Missing, missingAccess, missingToPublish } from './policy.ts'
import { type RenderState, rendersOfAll } from './render/queries.ts'
import { canonicalJson, scriptHash } from './script/hash.ts'
import { readScript } from './script/schema.ts'
import { outsideFilm, transcriptOf } from './stored.ts'
import type { OutsideFilm, Stop } from './views.ts'

/** What is read of a film to know where it stands. */
export const wholeFilm = {
  submission: {
    include: {
      consents: { where: { purpose: { in: ['film', 'publish-name'] } }, orderBy: [{ at: 'desc' }, { id: 'desc' }] },
      survey: { select: { themes: true } },
    },
  },
  asks: { orderBy: [{ askedAt: 'asc' }, { id: 'asc' }] },
  tracks: { orderBy: { language: 'asc' } },
  story: { select: { id: true, slug: true, releaseAt: true, unpublishedAt: true, desk: { select: { version: true } } } },
} as const satisfies Prisma.FilmInclude
export type FilmRecord = Prisma.FilmGetPayload<{ include: typeof wholeFilm }>
type Revision = Prisma.FilmRevisionGetPayload<object>

/** A film as it stands: its latest script, and what decides where it is. */
export type WholeFilm = Readonly<{
  row: FilmRecord
  head: Revision
  script: Film
  outside: OutsideFilm | null
  renders: readonly RenderState[]
  /** The finished wide render of what would be shown now. */
  made: RenderState | null
  /** The finished portrait render of the same; shown and released with it. */
  tall: RenderState | null
  facts: FilmFacts
  stopped: Stop | null
  /** Where a name stands that may not be published; null when none does. */
  nameIn: NamePlaces | null
  access: readonly Missing[]
}>

/** The script as it is seen, without the words of other languages: what a storyboard's yes is tied to and what is rendered. */
export function shownOf(script: Film): Film {
  return { ...script, translations: {} }
}

/** Films with all that decides where they stand. */
export async function loadFilms(database: Database | Tx, where: Prisma.FilmWhereInput): Promise<WholeFilm[]> {
  const rows = await database.film.findMany({ where, include: wholeFilm, orderBy: { openedAt: 'asc' } })
  if (rows.length === 0) return []
  const heads = await database.filmRevision.findMany({ where: { OR: rows.map(({ id, head }) => ({ filmId: id, number: head })) } })
  const renders = await rendersOfAll(
    database,
    rows.map(({ id }) => id),
  )
  return rows.flatMap((row) => {
    const head = heads.find(({ filmId }) => filmId === row.id)
    return head ? [wholeOf(row, head, renders.get(row.id) ?? [])] : []
  })
}

function wholeOf(row: FilmRecord, head: Revision, renders: readonly RenderState[]): WholeFilm {
  const script = readScript(head.script)
  const outside = row.outside === null ? null : outsideFilm.parse(row.outside)
  const current = renders.filter(({ shape, scriptHash: hash }) => shape === 'wide' && hash === head.shownHash)
  const made = current.find(({ state }) => state === 'done') ?? null
  const isTall = ({ shape, state, scriptHash: hash }: RenderState) => shape === 'portrait' && state === 'done' && hash === head.shownHash
  const tall = (outside ? undefined : renders.find(isTall)) ?? null
  const tracks = row.tracks.map(({ language, captions, transcript }) => ({ language, captions, lines: transcriptOf(transcript).length }))
  const access = missingAccess(script, outside && tracks)
  const under = made ? undefined : current.find(({ state }) => state !== 'cancelled')
  const nameIn = nameHeldIn(row, script, outside !== null)
  const facts: FilmFacts = {
    ...{ openedAt: row.openedAt, savedAt: head.at, problems: head.problems, storyboardHash: head.shownHash },
    filmHash: filmHashOf({ row, head, outside, made, tall }),
    filmAt: outside ? row.outsideAt : (made?.finishedAt ?? null),
    render: under && under.state !== 'done' && under.state !== 'cancelled' ? { state: under.state, at: under.requestedAt } : null,
    lacksAccess: access.length > 0,
    asks: row.asks.map(askFacts),
    permissionBackAt: row.submission.consents.find(({ purpose, answer }) => purpose === 'film' && answer === 'no')?.at ?? null,
    nameHeldSince: nameIn && nameHeldSince(row),
    story: row.story,
  }
  return { row, head, script, outside, renders, made, tall, facts, stopped: stopOf(row), nameIn, access }
}

function nameHeldIn({ submission, tracks }: FilmRecord, script: Film, isOutside: boolean): NamePlaces | null {
  if (publicName(submission) !== null) return null
  const said = tracks.flatMap((track) => [track.captions, ...transcriptOf(track.transcript).flatMap(({ says, shows }) => [says, shows])])
  const beside = isOutside ? said.filter((text) => text !== undefined) : []
  return namePlaces(script, beside, submission.displayName)
}

/** Since when the name may not be published. */
function nameHeldSince({ submission, openedAt }: FilmRecord): Date {
  return submission.consents.find(({ purpose }) => purpose === 'publish-name')?.at ?? openedAt
}

type Named = Readonly<Pick<WholeFilm, 'row' | 'head' | 'outside' | 'made' | 'tall'>>

/** Names the film as it would be published: its files, and every word beside it in every language. */
function filmHashOf({ row, head, outside, made, tall }: Named): string | null {
  if (outside) {
    const tracks = row.tracks.map(({ language, captions, transcript }) => ({ language, captions, transcript }))
    const files = { film: outside.film.sha256, poster: outside.poster?.sha256 ?? null }
    return hashText(canonicalJson({ script: head.hash, ...files, tracks }))
  }
  if (!made?.output) return null
  const outputs = [made.output, ...(tall?.output ? [tall.output] : [])]
  const films = outputs.flatMap(({ files }) => files.flatMap(({ role, sha256 }) => (role === 'film' ? [sha256] : [])))
  return hashText(canonicalJson({ script: head.hash, films }))
}

function askFacts(ask: FilmRecord['asks'][number]): AskFacts {
  const { hash, askedAt, answeredAt, supersededAt } = ask
  const answer = ask.answer === 'yes' || ask.answer === 'change' ? ask.answer : null
  return { step: stepOfAsk(ask.step), hash, askedAt, answer, answeredAt, superseded: supersededAt !== null }
}

/** The step of this name. */
export function stepOfAsk(stored: string): AskStep {
  return stored === 'film' ? 'film' : 'storyboard'
}

/** The hash of what this step shows now; null while there is nothing to show. */
export function hashOfStep({ facts }: Pick<WholeFilm, 'facts'>, step: AskStep): string | null {
  return step === 'storyboard' ? facts.storyboardHash : facts.filmHash
}

/** What was last said about the film's permission. */
export function permissionOf({ submission }: Pick<FilmRecord, 'submission'>): Readonly<{ answer: 'yes' | 'ask' | 'no'; since: Date }> {
  const last = submission.consents.find(({ purpose }) => purpose === 'film')
  const answer = (['yes', 'ask'] as const).find((one) => one === last?.answer) ?? 'no'
  return { answer, since: last?.at ?? submission.statusAt }
}

function stopOf(row: FilmRecord): Stop | null {
  const [permission, entry, closed] = stopReasons
  const given = permissionOf(row)
  if (given.answer === 'no') return { why: permission, at: given.since, reason: null }
  if (row.submission.status !== 'selected') return { why: entry, at: row.submission.statusAt, reason: null }
  return row.closedAt ? { why: closed, at: row.closedAt, reason: row.closedReason } : null
}

/** All that keeps this film from being published. */
export function missingOfFilm({ facts, stopped, access }: WholeFilm): Missing[] {
  return missingToPublish(facts, stopped !== null, access)
}

/** Names a script, whole and as it is shown. */
export function hashesOf(script: Film): { hash: string; shownHash: string } {
  return { hash: scriptHash(script), shownHash: scriptHash(shownOf(script)) }
}
