import 'server-only'
import { now } from '#lib/foundation/clock.ts'
import { db } from '#lib/foundation/db.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { mustBeAllowed } from '#lib/staff/permissions.ts'
import { type Theme, themes } from '#lib/stories/schema.ts'
import type { Film } from './engine/film.ts'
import { hashOfStep, loadFilms, missingOfFilm, permissionOf, stepOfAsk, type WholeFilm } from './facts.ts'
import { filmSteps, standing, standingYes, waitingAsk } from './lifecycle.ts'
import { languageStates } from './policy.ts'
import { checkFilm } from './script/check.ts'
import { readScript } from './script/schema.ts'
import { heldOutOf, transcriptOf } from './stored.ts'
import type { FilmAskLine, FilmDesk, FilmRevisionLine, FilmRow, OutsideTrack } from './views.ts'

/** Every film there is and every selected entry that may become one, those that are furthest last, the longest waiting first. */
export async function filmBoard(actor: StaffActor): Promise<FilmRow[]> {
  mustBeAllowed(actor, 'film.see')
  const [films, briefs] = await Promise.all([loadFilms(db, {}), briefRows()])
  const rank = ({ step }: FilmRow) => filmSteps.indexOf(step)
  return [...briefs, ...films.map(rowOf)].sort((a, b) => rank(a) - rank(b) || a.since.getTime() - b.since.getTime())
}

/** Selected entries whose storyteller permits a film that nobody opened yet. */
async function briefRows(): Promise<FilmRow[]> {
  const entries = await db.submission.findMany({
    where: { status: 'selected', film: null },
    select: {
      ...{ reference: true, statusAt: true, storyLanguage: true },
      consents: { where: { purpose: 'film' }, orderBy: [{ at: 'desc' }, { id: 'desc' }], take: 1, select: { answer: true } },
    },
  })
  return entries.flatMap(({ reference, statusAt, storyLanguage, consents: [permission] }) =>
    permission?.answer === 'yes' || permission?.answer === 'ask'
      ? [
          {
            ...{ id: null, reference, title: null, language: storyLanguage, step: 'brief', waitsFor: 'editor', since: statusAt },
            ...{ stopped: null, render: null, releaseAt: null },
          },
        ]
      : [],
  )
}

function rowOf({ row, script, facts, stopped, renders }: WholeFilm): FilmRow {
  const render = renders.find(({ state }) => state === 'queued' || state === 'running') ?? renders[0]
  return {
    ...{ id: row.id, reference: row.submission.reference, title: script.title, language: script.lang, ...standing(facts, now()) },
    stopped,
    render: render ? { state: render.state, percent: render.percent, shape: render.shape } : null,
    releaseAt: row.story?.releaseAt ?? null,
  }
}

const isId = (id: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)

/** One film on the desk, with the last hundred of its revisions; null when there is none of that id. */
export async function filmDesk(actor: StaffActor, id: string): Promise<FilmDesk | null> {
  mustBeAllowed(actor, 'film.see')
  const [film] = isId(id) ? await loadFilms(db, { id }) : []
  if (!film) return null
  const { row, head, script, facts, outside } = film
  const { story, postText } = row.submission
  const revisions = await db.filmRevision.findMany({
    where: { filmId: id },
    orderBy: { number: 'desc' },
    take: 100,
    omit: { script: true },
    include: { staff: { select: { name: true, email: true } } },
  })
  return {
    ...{ id, reference: row.submission.reference, version: head.number, script, story, postText, stopped: film.stopped },
    problems: checkFilm(script, { sourceText: story, ...(postText !== null && { postText }) }),
    heldOut: heldOutOf(row.heldOut),
    theme: themeOf(film),
    permission: permissionOf(row),
    standing: standing(facts, now()),
    revisions: revisions.map(revisionLine),
    asks: row.asks.map((ask) => askLine(film, ask)).reverse(),
    renders: film.renders
      .filter((render, i, all) => all.findIndex(({ shape }) => shape === render.shape) === i)
      .map((render) => ({ ...render, isCurrent: render.scriptHash === head.shownHash })),
    outside: outside && { ...outside, at: row.outsideAt ?? row.openedAt, tracks: row.tracks.map(trackOf) },
    languages: languageStates(script),
    nameIn: film.nameIn,
    missing: missingOfFilm(film),
    publication: row.story && publicationOf(row.story),
  }
}

function trackOf({ language, captions, transcript }: WholeFilm['row']['tracks'][number]): OutsideTrack {
  return { language, captions, transcript: transcriptOf(transcript) }
}

function publicationOf({ id, slug, releaseAt, unpublishedAt }: NonNullable<WholeFilm['row']['story']>): FilmDesk['publication'] {
  return { id, slug, releaseAt, unpublishedAt }
}

/** What the story of this film is about: the first theme its storyteller chose. */
export function themeOf({ row }: Pick<WholeFilm, 'row'>): Theme {
  return themes.find((theme) => theme === row.submission.survey?.themes[0]) ?? 'other'
}

type Revision = Pick<WholeFilm['head'], 'number' | 'kind' | 'restoredFrom' | 'at' | 'problems'> &
  Readonly<{ staff: { name: string | null; email: string } }>

/** A revision as staff see it. */
export function revisionLine({ number, kind, restoredFrom, staff, at, problems }: Revision): FilmRevisionLine {
  const known = (['draft', 'autosaved', 'restored'] as const).find((one) => one === kind) ?? 'saved'
  return { number, kind: known, restoredFrom, who: staff.name ?? staff.email, at, problems }
}

function askLine(film: WholeFilm, ask: WholeFilm['row']['asks'][number]): FilmAskLine {
  const { number, askedAt, words, answeredAt, hash } = ask
  const step = stepOfAsk(ask.step)
  const answer = ask.answer === 'yes' || ask.answer === 'change' ? ask.answer : null
  const superseded = ask.supersededAt !== null
  const waits = !answeredAt && !superseded && waitingAsk(film.facts, step)?.askedAt.getTime() === askedAt.getTime()
  const holds = answer === 'yes' && standingYes(film.facts, step)?.answeredAt?.getTime() === answeredAt?.getTime()
  return { step, number, askedAt, answer, words, answeredAt, matches: hash === hashOfStep(film, step), holds, waits, superseded }
}

/** The script of one revision; null when there is none. */
export async function filmRevision(actor: StaffActor, id: string, number: number): Promise<Film | null> {
  mustBeAllowed(actor, 'film.see')
  if (!isId(id) || !Number.isInteger(number) || number < 1 || number > 1_000_000) return null
  const found = await db.filmRevision.findUnique({ where: { filmId_number: { filmId: id, number } }, select: { script: true } })
  return found && readScript(found.script)
}
