import 'server-only'
import { db } from '#lib/foundation/db.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { mustBeAllowed } from '#lib/staff/permissions.ts'
import { Prisma } from '#prisma/generated/client.ts'
import { readingState } from '../lifecycle.ts'
import { criterionKeys, reviewFlags, type ScoresSoFar } from '../schema.ts'
import type { EntryForReviewer, OwnReview, ReadingLine, ReadingList, ReadingPlace } from '../views.ts'
import { rubricInWords } from './rubric.ts'

/** Lines shown of what is left, and of what is done. */
const linesMost = 50

type Row = {
  id: string
  copy_id: string
  begins: string
  story_language: string
  themes: string[] | null
  saved_at: Date | null
  completed_at: Date | null
}

/** What this person is asked to read and may read now, each with the copy to be read. */
function mine(actor: StaffActor): Prisma.Sql {
  return Prisma.sql`
    from assignment a join submission s on s.id = a.submission_id and s.status = 'eligible'
    join lateral (
      select c.id, c.story, c.post_text from blind_copy c where c.submission_id = s.id and c.approved_at is not null and not c.outdated
      order by c.number desc limit 1
    ) c on true
    left join survey_answers v on v.submission_id = s.id
    left join review r on r.submission_id = s.id and r.reviewer_id = a.reviewer_id
    where a.reviewer_id = ${actor.id}::uuid and a.ended_at is null`
}

/** Who was read least comes first; otherwise the order is random, and this person's own. */
const turn = Prisma.sql`
  (select count(*) from review o where o.submission_id = s.id and o.reviewer_id <> a.reviewer_id and o.completed_at is not null), a.position, a.id`

/** The reading list of this actor, in three queries whatever its length. Refuses 'staff.forbidden'. */
export async function readingList(actor: StaffActor): Promise<ReadingList> {
  mustBeAllowed(actor, 'review.read')
  const columns = Prisma.sql`select a.id, c.id as copy_id, left(c.story, 240) as begins, s.story_language, v.themes, r.saved_at, r.completed_at`
  const [left, done, counts] = await Promise.all([
    db.$queryRaw<Row[]>`${columns} ${mine(actor)} and r.completed_at is null order by ${turn} limit ${linesMost}`,
    db.$queryRaw<Row[]>`${columns} ${mine(actor)} and r.completed_at is not null order by r.completed_at desc, a.id limit ${linesMost}`,
    db.$queryRaw<{ left: number; done: number }[]>`
      select count(*) filter (where r.completed_at is null)::int as left, count(r.completed_at)::int as done ${mine(actor)}`,
  ])
  const [count] = counts
  return { left: left.map(lineOf), done: done.map(lineOf), leftCount: count?.left ?? 0, doneCount: count?.done ?? 0 }
}

function lineOf(row: Row): ReadingLine {
  return {
    assignmentId: row.id,
    begins: row.begins,
    language: row.story_language,
    themes: row.themes ?? [],
    state: readingState(row.saved_at && { completedAt: row.completed_at }),
    savedAt: row.saved_at,
  }
}

/** How many entries this actor has left to read, in one query. Refuses 'staff.forbidden'. */
export async function leftToRead(actor: StaffActor): Promise<number> {
  mustBeAllowed(actor, 'review.read')
  const [row] = await db.$queryRaw<{ left: number }[]>`select count(*)::int as left ${mine(actor)} and r.completed_at is null`
  return row?.left ?? 0
}

/** Where an entry stands on the list of what is left, in one query. Refuses 'staff.forbidden'. */
export async function readingPlace(actor: StaffActor, assignmentId: string): Promise<ReadingPlace> {
  mustBeAllowed(actor, 'review.read')
  const rows = await db.$queryRaw<{ id: string }[]>`select a.id ${mine(actor)} and r.completed_at is null order by ${turn}`
  const ids = rows.map(({ id }) => id)
  const index = ids.indexOf(assignmentId)
  if (index < 0) return { place: null, left: ids.length, previous: null, next: ids[0] ?? null }
  return { place: index + 1, left: ids.length, previous: ids[index - 1] ?? null, next: ids[index + 1] ?? null }
}

/** What comes after one entry: the next on the list, or its first when that was the last; null when nothing is left. Refuses 'staff.forbidden'. */
export async function nextToRead(actor: StaffActor, after: string): Promise<string | null> {
  mustBeAllowed(actor, 'review.read')
  const { next, place, left } = await readingPlace(actor, after)
  if (next || place === null || left <= 1) return next
  return firstToRead(actor)
}

async function firstToRead(actor: StaffActor): Promise<string | null> {
  const [first] = await db.$queryRaw<{ id: string }[]>`select a.id ${mine(actor)} and r.completed_at is null order by ${turn} limit 1`
  return first?.id ?? null
}

type Whole = Row & {
  story: string
  post_text: string | null
  tools: string[] | null
  others_shown: string | null
  review_id: string | null
  rubric_number: number | null
}

/** One entry to be read, in the words of its approved copy; null when this actor is not asked to, or no longer. Refuses 'staff.forbidden'. */
export async function entryForReviewer(actor: StaffActor, assignmentId: string, locale: Locale): Promise<EntryForReviewer | null> {
  mustBeAllowed(actor, 'review.read')
  const [row] = await db.$queryRaw<Whole[]>`
    select a.id, c.id as copy_id, c.story, c.post_text, s.story_language, v.themes, v.tools, v.others_shown, r.id as review_id, r.rubric_number
    ${mine(actor)} and a.id::text = ${assignmentId}`
  if (!row) return null
  const [rubric, own] = await Promise.all([rubricInWords(db, locale, row.rubric_number), row.review_id ? ownReview(row.review_id) : null])
  return {
    assignmentId: row.id,
    copyId: row.copy_id,
    story: row.story,
    postText: row.post_text,
    language: row.story_language,
    themes: row.themes ?? [],
    tools: row.tools ?? [],
    othersShown: row.others_shown,
    rubric,
    own,
  }
}

async function ownReview(id: string): Promise<OwnReview | null> {
  const review = await db.review.findUnique({ where: { id }, include: { scores: true } })
  if (!review) return null
  const { confidence, note, savedAt, completedAt } = review
  const scores = Object.fromEntries(review.scores.map(({ criterion, score }) => [criterion, score]))
  const known = Object.fromEntries(criterionKeys.flatMap((key) => (scores[key] ? [[key, scores[key]]] : []))) as ScoresSoFar
  return { scores: known, confidence, note, savedAt, completedAt, flags: reviewFlags.filter((flag) => review.flags.includes(flag)) }
}
