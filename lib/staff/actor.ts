export const staffRoles = ['reviewer', 'editor', 'admin'] as const
export type StaffRole = (typeof staffRoles)[number]

/** A signed-in member of staff. Made only by the session reader, and by tests. */
export type StaffActor = Readonly<{
  kind: 'staff'
  id: string
  role: StaffRole
  email: string
  name: string | null
  independent: boolean
  /** Only for an admin who has set up no second factor: it is offered, or what cannot be undone is withheld until there is one. */
  withoutSecondFactor?: 'offered' | 'withheld'
}>

/** The person who holds the secret link, or the draft, of one entry. */
export type StorytellerActor = Readonly<{ kind: 'storyteller' }>

/** The worker and the clock. */
export type SystemActor = Readonly<{ kind: 'system' }>

export type Actor = StaffActor | StorytellerActor | SystemActor

export const storyteller: StorytellerActor = { kind: 'storyteller' }
export const system: SystemActor = { kind: 'system' }
