import type { StaffActor } from '#lib/staff/actor.ts'
import { may } from '#lib/staff/permissions.ts'

/** While an entry has one of these, whoever screens sees its post and what it says; after that it is read blind. */
export const openToScreening = ['submitted', 'needs_info'] as const

/** Whether nothing that tells who wrote an entry of this status may reach this person, by whatever way. */
export function isBlind(actor: StaffActor, status: string): boolean {
  return !may(actor, 'submission.see-person') && !openToScreening.some((open) => open === status)
}
