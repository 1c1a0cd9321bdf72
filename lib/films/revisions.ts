import 'server-only'
import { db } from '#lib/foundation/db.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { mustBeAllowed } from '#lib/staff/permissions.ts'
import { namePlaces, publicName } from './naming.ts'
import { revisionLine } from './queries.ts'
import { changesBetween } from './revision-changes.ts'
import { readScript } from './script/schema.ts'
import type { ComparedRevisions, ListedRevision, RevisionWithScript } from './views.ts'

/** How many revisions a page of them shows. */
export const revisionsShown = 20

const isNumber = (number: number) => Number.isInteger(number) && number > 0 && number <= 1_000_000
const who = { staff: { select: { name: true, email: true } } } as const

/** A page of the revisions of a film, the newest first, each with what it changed; `before` is the number the page ends short of, null for the newest. */
export async function filmRevisions(actor: StaffActor, id: string, before: number | null): Promise<ListedRevision[]> {
  mustBeAllowed(actor, 'film.see')
  const found = await db.filmRevision.findMany({
    where: { filmId: id, ...(before !== null && isNumber(before) && { number: { lt: before } }) },
    orderBy: { number: 'desc' },
    take: revisionsShown + 1,
    include: who,
  })
  const scripts = found.map(({ script }) => readScript(script))
  return found.slice(0, revisionsShown).map((revision, i) => {
    const [script, earlier] = [scripts[i], scripts[i + 1]]
    return { line: revisionLine(revision), changes: script && earlier ? changesBetween(earlier, script) : null }
  })
}

/** Two revisions of a film beside each other, in either order; null when one of them is not there. */
export async function comparedRevisions(actor: StaffActor, id: string, number: number, other: number): Promise<ComparedRevisions | null> {
  mustBeAllowed(actor, 'film.see')
  if (!isNumber(number) || !isNumber(other)) return null
  const film = await db.film.findUnique({
    where: { id },
    select: {
      revisions: { where: { number: { in: [number, other] } }, include: who },
      submission: {
        select: {
          ...{ displayName: true, anonymous: true },
          consents: { where: { purpose: 'publish-name' }, orderBy: [{ at: 'desc' }, { id: 'desc' }] },
        },
      },
    },
  })
  const found = (wanted: number): RevisionWithScript | null => {
    const revision = film?.revisions.find((one) => one.number === wanted)
    return revision ? { line: revisionLine(revision), script: readScript(revision.script) } : null
  }
  const [asked, beside] = [found(number), found(other)]
  if (!film || !asked || !beside) return null
  const [first, second] = number <= other ? [asked, beside] : [beside, asked]
  const { submission } = film
  const showsHeldName = publicName(submission) === null && namePlaces(asked.script, [], submission.displayName) !== null
  return { first, second, changes: changesBetween(first.script, second.script), showsHeldName }
}
