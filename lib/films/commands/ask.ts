import 'server-only'
import { record } from '#lib/audit/record.ts'
import { now } from '#lib/foundation/clock.ts'
import { db, type Tx } from '#lib/foundation/db.ts'
import { newId } from '#lib/foundation/ids.ts'
import { Refusal } from '#lib/foundation/refusal.ts'
import { queueMail } from '#lib/mail/outbox.ts'
import { type StaffActor, storyteller } from '#lib/staff/actor.ts'
import { mustBeAllowed } from '#lib/staff/permissions.ts'
import { addressLetter } from '#lib/submissions/commands/own-letter.ts'
import { lockOwnEntry } from '#lib/submissions/commands/own-lock.ts'
import { askableAgain, canLayOver, isOut } from '../asking.ts'
import { hashOfStep, loadFilms, type WholeFilm } from '../facts.ts'
import { type AskStep, openAsk, standingYes } from '../lifecycle.ts'
import { missingWords } from '../policy.ts'
import { lockLiveFilm, supersedeAsks } from './lock.ts'

/**
 * Asks the storyteller for their yes to the storyboard or to the finished film exactly as it is now, with a letter. Asked or agreed already, it
 * changes nothing and sends nothing. Refuses 'films.unknown', 'films.stopped', 'films.not-ready' (values problems) while the check finds
 * something, 'films.no-yes' for a film whose storyboard has none, and 'films.incomplete' (values missing) without film, captions or transcript,
 * or while it shows a name that may not be published.
 */
export async function askForYes(actor: StaffActor, { id, step }: Readonly<{ id: string; step: AskStep }>): Promise<void> {
  mustBeAllowed(actor, 'film.edit')
  const at = now()
  await db.$transaction(async (tx) => {
    const film = await lockLiveFilm(tx, id)
    const hash = showable(film, step)
    if (openAsk(film.facts, step) || standingYes(film.facts, step)) return
    await supersedeAsks(tx, id, at)
    await tx.filmAsk.create({ data: { id: newId(), filmId: id, step, number: film.head.number, hash, askedAt: at, staffId: actor.id } })
    const isAgain = film.row.asks.some((ask) => ask.step === step && ask.answeredAt !== null)
    await tellStoryteller(tx, film, { step, isAgain, at })
    await record(tx, { actor, action: 'film.asked', subject: { kind: 'film', id }, at, data: { step, revision: film.head.number, hash } })
  })
}

/** The hash of what this step shows, when it can be shown. */
function showable(film: WholeFilm, step: AskStep): string {
  const { facts } = film
  if (facts.problems > 0) throw new Refusal('films.not-ready', undefined, { problems: facts.problems })
  if (facts.nameHeldSince) throw new Refusal('films.incomplete', undefined, { missing: 'name' })
  if (step === 'film' && !standingYes(facts, 'storyboard')) throw new Refusal('films.no-yes')
  const hash = hashOfStep(film, step)
  if (hash === null) throw new Refusal('films.incomplete', undefined, { missing: 'film' })
  if (step === 'film' && film.access.length > 0) throw new Refusal('films.incomplete', undefined, { missing: missingWords(film.access) })
  return hash
}

type Telling = Readonly<{ step: AskStep; isAgain: boolean; at: Date }>

async function tellStoryteller(tx: Tx, film: WholeFilm, { step, isAgain, at }: Telling): Promise<void> {
  const { envelope, known } = await addressLetter(tx, film.row.submission, at)
  if (isAgain) await queueMail(tx, { ...envelope, kind: 'film-changed', values: { ...known, laid: canLayOver(film, step) } })
  else await queueMail(tx, { ...envelope, kind: step === 'film' ? 'film-ready' : 'film-storyboard', values: known })
}

export type Answer = Readonly<{
  key: string
  step: AskStep
  /** Of what the storyteller was shown. */
  hash: string
  answer: 'yes' | 'change'
  /** What to change; only with 'change'. */
  words: string | null
}>

/**
 * Keeps what the storyteller of this secret link says to what they were shown. The same answer twice is one. Something to change voids the release
 * of a story that is not out, and takes its date. Refuses 'entry.missing', 'film.stopped', 'film.changed' when what they saw is no longer what it
 * is, and 'film.not-asked' when nothing waits for them, or the film is out: that ends with its permission.
 */
export async function answerFilm({ key, step, hash, answer, words }: Answer): Promise<void> {
  const at = now()
  await db.$transaction(async (tx) => {
    const submissionId = await lockOwnEntry(tx, key)
    await tx.$queryRaw`select id from film where submission_id = ${submissionId}::uuid for update`
    const [film] = await loadFilms(tx, { submissionId })
    if (!film) throw new Refusal('film.not-asked')
    if (film.stopped) throw new Refusal('film.stopped')
    if (hash !== hashOfStep(film, step)) throw new Refusal('film.changed')
    const { row, facts } = film
    if (answer === 'yes' && facts.nameHeldSince) throw new Refusal('film.not-asked')
    if (answer === 'yes' && standingYes(facts, step)) return
    if (answer === 'change' && standingYes(facts, step) && isOut(facts, at)) throw new Refusal('film.not-asked')
    const open = row.asks.find((ask) => ask.step === step && ask.hash === hash && !ask.answeredAt && !ask.supersededAt)
    if (!open && !askableAgain(film, step) && !(answer === 'change' && standingYes(facts, step))) throw new Refusal('film.not-asked')
    const said = { answer, words: answer === 'change' ? (words ?? '') : null, answeredAt: after(film, at) }
    if (open) await tx.filmAsk.update({ where: { id: open.id }, data: said })
    else await tx.filmAsk.create({ data: { id: newId(), filmId: row.id, step, number: film.head.number, hash, askedAt: at, ...said } })
    if (answer === 'change' && !isOut(facts, at)) await tx.$executeRaw`select halt_film(${submissionId}::uuid, ${at})`
    const action = answer === 'yes' ? 'film.agreed' : 'film.change-asked'
    const subject = { kind: 'film', id: row.id } as const
    await record(tx, { actor: storyteller, action, subject, at, data: { step, revision: film.head.number, hash } })
  })
}

/** Now, and in any case later than what was said before: the last answer is the one that counts. */
function after({ row }: WholeFilm, at: Date): Date {
  const last = Math.max(0, ...row.asks.map(({ answeredAt }) => answeredAt?.getTime() ?? 0))
  return last >= at.getTime() ? new Date(last + 1) : at
}
