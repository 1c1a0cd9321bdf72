import type { StaffRole } from './actor.ts'

/** One person of the list. Times are UTC. */
export type PersonLine = Readonly<{
  id: string
  email: string
  name: string | null
  role: StaffRole
  independent: boolean
  languages: readonly string[]
  hasFactor: boolean
  lastSeenAt: Date | null
  invitedAt: Date
  removedAt: Date | null
  version: number
}>

/** An open session, without anything that would let somebody use it. `device` as deviceOf() writes it. */
export type SessionLine = Readonly<{ id: string; createdAt: Date; lastSeenAt: Date; expiresAt: Date; device: string | null }>
