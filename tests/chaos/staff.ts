import { setTimeout as pause } from 'node:timers/promises'
import { proposeAward } from '#lib/awards/commands/propose.ts'
import { db } from '#lib/foundation/db.ts'
import { Refusal } from '#lib/foundation/refusal.ts'
import { completeReview } from '#lib/review/commands/save-review.ts'
import { spreadReading } from '#lib/review/commands/spread.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { makeManyEligible } from '../factories/review.ts'
import { invited } from '../factories/staff.ts'

const entriesToRead = 40
const entriesToAward = 30
const readers = 4
const unitsEach = 50_000n
const scores = { truth: 4, change: 3, theme: 3, use: 4, film: 2 }

type Work = Readonly<{ readers: readonly StaffActor[]; admin: StaffActor; selected: readonly string[] }>

/** Sample staff with something to read and something to give, before trouble begins. */
export async function prepareStaff(): Promise<Work> {
  await makeManyEligible(entriesToRead)
  const selected = await makeManyEligible(entriesToAward, () => ({ status: 'selected', copy: 'none' }))
  const people = await Promise.all(Array.from({ length: readers }, () => invited('reviewer')))
  await spreadReading()
  return { readers: people, admin: await invited('admin'), selected: selected.map(({ reference }) => reference) }
}

/** Reads and gives until all is done or the time is up, trying again what broke. Notes what was acknowledged. */
export async function work(
  { readers: people, admin, selected }: Work,
  until: number,
  told: Readonly<{ awards: Set<string>; reviews: Set<string> }>,
): Promise<void> {
  await Promise.all([...people.map((person) => read(person, until, told.reviews)), give(admin, selected, until, told.awards)])
}

async function read(person: StaffActor, until: number, told: Set<string>): Promise<void> {
  const mine = await stubbornly(until, () => db.assignment.findMany({ where: { reviewerId: person.id, endedAt: null } }))
  for (const { id, submissionId } of mine ?? []) {
    const copy = await stubbornly(until, () => db.blindCopy.findFirst({ where: { submissionId }, orderBy: { number: 'desc' } }))
    if (!copy) continue
    const input = { assignmentId: id, copyId: copy.id, scores, confidence: 2, flags: [], note: null, seen: null }
    if (await stubbornly(until, () => completeReview(person, input))) told.add(id)
    await pause(400)
  }
}

async function give(admin: StaffActor, selected: readonly string[], until: number, told: Set<string>): Promise<void> {
  for (const reference of selected) {
    const id = await stubbornly(until, () => proposeAward(admin, { reference, units: unitsEach }))
    if (id) told.add(id)
    await pause(500)
  }
}

/** Tries again after a fault; a refusal is an answer, and ends it with null. */
async function stubbornly<T>(until: number, what: () => Promise<T>): Promise<T | null> {
  while (Date.now() < until) {
    try {
      return await what()
    } catch (error) {
      if (error instanceof Refusal) return null
      await pause(500)
    }
  }
  return null
}
