import 'server-only'
import { z } from 'zod'
import { record } from '#lib/audit/record.ts'
import { now } from '#lib/foundation/clock.ts'
import { db, type Tx } from '#lib/foundation/db.ts'
import { newId } from '#lib/foundation/ids.ts'
import { Refusal } from '#lib/foundation/refusal.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { mustBeAllowed } from '#lib/staff/permissions.ts'
import { themes } from '#lib/stories/schema.ts'
import type { Prisma } from '#prisma/generated/client.ts'
import { draftFilm } from '../draft/draft.ts'
import type { Film } from '../engine/film.ts'
import { hashesOf, type WholeFilm } from '../facts.ts'
import { publicName, slugOf } from '../naming.ts'
import { withProvenance, wordsOfFilm } from '../provenance.ts'
import { checkFilm } from '../script/check.ts'
import { readScript } from '../script/schema.ts'
import { addRevision, lockLiveFilm, sourcesOf, supersedeAsks } from './lock.ts'

const entryFields = {
  id: true,
  status: true,
  story: true,
  storyLanguage: true,
  displayName: true,
  anonymous: true,
  survey: { select: { themes: true } },
  film: { select: { id: true, closedAt: true } },
  consents: { where: { purpose: { in: ['film', 'publish-name'] } }, orderBy: [{ at: 'desc' }, { id: 'desc' }] },
} satisfies Prisma.SubmissionSelect

/**
 * Opens the film of a selected entry with a first draft from the storyteller's own words, and returns its id. One that is open stays as it is;
 * one that an editor gave up goes on. Refuses 'films.not-selected', and 'films.stopped' without the storyteller's permission.
 */
export async function openFilm(actor: StaffActor, { reference }: Readonly<{ reference: string }>): Promise<string> {
  mustBeAllowed(actor, 'film.edit')
  const at = now()
  return db.$transaction(async (tx) => {
    await tx.$queryRaw`select id from submission where reference = ${reference} for update`
    const entry = await tx.submission.findUnique({ where: { reference }, select: entryFields })
    if (entry?.status !== 'selected') throw new Refusal('films.not-selected')
    const said = (wanted: string) => entry.consents.find(({ purpose }) => purpose === wanted)?.answer
    if (said('film') !== 'yes' && said('film') !== 'ask') throw new Refusal('films.stopped', undefined, { why: 'permission' })
    if (entry.film) return reopen(tx, actor, entry.film, at)
    const displayName = publicName(entry)
    const { script, heldOut } = draftFilm({
      ...{ story: entry.story, language: entry.storyLanguage, slug: slugOf(displayName) },
      themes: themes.filter((theme) => entry.survey?.themes.includes(theme)),
      ...(displayName !== null && { displayName }),
    })
    const [id, left] = [newId(), heldOut.map((piece) => ({ ...piece }))]
    await tx.film.create({ data: { id, submissionId: entry.id, head: 1, openedAt: at, openedById: actor.id, heldOut: left } })
    const problems = checkFilm(script, { sourceText: entry.story }).length
    await addRevision(tx, id, 1, { script, problems, kind: 'draft', actor, at })
    await record(tx, { actor, action: 'film.opened', subject: { kind: 'film', id }, at, data: { reference } })
    return id
  })
}

async function reopen(tx: Tx, actor: StaffActor, film: Readonly<{ id: string; closedAt: Date | null }>, at: Date): Promise<string> {
  if (film.closedAt) {
    await tx.film.update({ where: { id: film.id }, data: { closedAt: null, closedReason: null } })
    await record(tx, { actor, action: 'film.opened', subject: { kind: 'film', id: film.id }, at, data: { again: true } })
  }
  return film.id
}

export type SaveScript = Readonly<{
  id: string
  /** The revision the editor saw. */
  version: number
  script: unknown
  automatic?: boolean
}>

/**
 * Saves a script as a new revision and returns its number; the number of the latest when nothing is new. Whose words a card shows is worked out
 * here (`provenance.ts`). Refuses 'films.unknown', 'films.stopped', 'films.script-wrong' (values problem: shape), and 'films.changed' (values
 * number, who, theirs) when somebody saved something else since.
 */
export async function saveFilmScript(actor: StaffActor, { id, version, script, automatic = false }: SaveScript): Promise<number> {
  mustBeAllowed(actor, 'film.edit')
  const typed = readTyped(script)
  const at = now()
  return db.$transaction(async (tx) => {
    const film = await lockLiveFilm(tx, id)
    const next = withProvenance(film.script, typed, sourcesOf(film))
    return saveOver(tx, film, next, { actor, at, version, kind: automatic ? 'autosaved' : 'saved' })
  })
}

function readTyped(script: unknown): Film {
  try {
    return readScript(script)
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error
    throw new Refusal('films.script-wrong', undefined, { problem: 'shape', at: error.issues[0]?.path.join('.') ?? '' })
  }
}

type Saving = Readonly<{ actor: StaffActor; at: Date; version: number; kind: 'saved' | 'autosaved' | 'restored'; restoredFrom?: number }>

/** Puts a script on top of a locked film, unless somebody saved other words meanwhile. */
export async function saveOver(tx: Tx, film: WholeFilm, script: Film, { version, ...made }: Saving): Promise<number> {
  const { row, head } = film
  if (hashesOf(script).hash === head.hash) return head.number
  if (version !== head.number) await refuseOverwriting(tx, film)
  const { story, post } = sourcesOf(film)
  const problems = checkFilm(script, { ...(story !== undefined && { sourceText: story }), ...(post !== undefined && { postText: post }) })
  const number = head.number + 1
  await addRevision(tx, row.id, number, { script, problems: problems.length, ...made })
  await tx.film.update({ where: { id: row.id }, data: { head: number } })
  await supersedeAsks(tx, row.id, made.at)
  return number
}

async function refuseOverwriting(tx: Tx, { head, script }: WholeFilm): Promise<never> {
  const staff = await tx.staffUser.findUnique({ where: { id: head.staffId }, select: { name: true, email: true } })
  const who = staff?.name ?? staff?.email ?? ''
  throw new Refusal('films.changed', undefined, { number: head.number, who, theirs: wordsOfFilm(script) })
}

export type RestoreScript = Readonly<{ id: string; version: number; number: number }>

/**
 * Puts an earlier revision on top again, as a new one, and returns its number; that of the latest when it already is what lies on top, and then
 * nothing is recorded. Refuses as saveFilmScript() does.
 */
export async function restoreFilmRevision(actor: StaffActor, { id, version, number }: RestoreScript): Promise<number> {
  mustBeAllowed(actor, 'film.edit')
  const at = now()
  return db.$transaction(async (tx) => {
    const film = await lockLiveFilm(tx, id)
    const earlier = await tx.filmRevision.findUnique({ where: { filmId_number: { filmId: id, number } }, select: { script: true } })
    if (!earlier) throw new Refusal('films.unknown')
    const made = await saveOver(tx, film, readScript(earlier.script), { actor, at, version, kind: 'restored', restoredFrom: number })
    const data = { revision: made, from: number }
    if (made !== film.head.number) await record(tx, { actor, action: 'film.restored', subject: { kind: 'film', id }, at, data })
    return made
  })
}
