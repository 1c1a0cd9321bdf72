/** What is stored. */
export const statuses = [
  'submitted',
  'needs_info',
  'eligible',
  'ineligible',
  'selected',
  'reserve',
  'not_selected',
  'withdrawn',
  'disqualified',
  'erased',
] as const
export type Status = (typeof statuses)[number]

/** What a storyteller sees: nine words, never a step of staff. */
export const plainStatuses = [
  'draft-saved',
  'received',
  'needs-info',
  'being-read',
  'selected',
  'reserve',
  'not-selected',
  'ineligible',
  'withdrawn',
] as const
export type PlainStatus = (typeof plainStatuses)[number]

const leaving = ['withdrawn', 'disqualified', 'erased'] as const

const moves: Readonly<Record<Status, readonly Status[]>> = {
  submitted: ['needs_info', 'eligible', 'ineligible', ...leaving],
  needs_info: ['submitted', 'ineligible', ...leaving],
  eligible: ['selected', 'reserve', 'not_selected', ...leaving],
  ineligible: ['submitted', 'erased'],
  selected: leaving,
  reserve: ['selected', ...leaving],
  not_selected: leaving,
  withdrawn: ['erased'],
  disqualified: ['erased'],
  erased: [],
}

const plain: Readonly<Record<Status, PlainStatus>> = {
  submitted: 'received',
  needs_info: 'needs-info',
  eligible: 'being-read',
  ineligible: 'ineligible',
  selected: 'selected',
  reserve: 'reserve',
  not_selected: 'not-selected',
  withdrawn: 'withdrawn',
  disqualified: 'ineligible',
  erased: 'withdrawn',
}

/** Where an entry may go from here. Whether this person may send it there is the policy's question. */
export function movesFrom(status: Status): readonly Status[] {
  return moves[status]
}

/** True when the table knows this move. A status never moves to itself. */
export function canMove(from: Status, to: Status): boolean {
  return moves[from].includes(to)
}

/** True when an entry that was withdrawn from `before` may go back there: nowhere else does a withdrawn entry go but away. */
export function canRestore(before: Status): boolean {
  return canMove(before, 'withdrawn')
}

/** The word a storyteller reads for a stored status. */
export function plainStatus(status: Status): PlainStatus {
  return plain[status]
}

/** The stored status of this name. Throws for anything else: the database keeps no other. */
export function statusOf(stored: string): Status {
  const found = statuses.find((status) => status === stored)
  if (!found) throw new Error(`unknown status ${stored}`)
  return found
}
