/**
 * What can be wrong with the chain: a line was changed · a line is gone · a link is gone · a link does not fit the one before it · a line has
 * no link.
 */
export const brokenKinds = ['edited', 'deleted', 'gap', 'forged', 'unlinked'] as const
export type BrokenKind = (typeof brokenKinds)[number]

/** Where the chains break first: which chain, the number of the link in it, and the line it belongs to. */
export type Broken = Readonly<{ kind: BrokenKind; lane: number | null; seq: bigint | null; eventId: bigint | null }>

/** `links` hold; `head` is one hash over the last of each chain. */
export type Verification = Readonly<{ links: bigint; head: string; broken: Broken | null }>

/** One line of the record as staff read it. `actor` is a name or an address; null when it was no member of staff. */
export type AuditLine = Readonly<{
  id: bigint
  at: Date
  actorKind: string
  actor: string | null
  action: string
  subjectKind: string
  subjectId: string
  /** Of an entry. */
  reference: string | null
  facts: readonly (readonly [name: string, value: string])[]
  hash: string | null
}>
export type AuditPage = Readonly<{ lines: readonly AuditLine[]; newer: bigint | null; older: bigint | null }>
