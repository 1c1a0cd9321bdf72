/** What became of a request to the outside. A refused one never left this machine. */
export type Outcome = Answer | Refused | Unreachable

export type Answer = Readonly<{ kind: 'answer'; status: number; headers: AnswerHeaders; body: string }>

/** The few headers anybody here reads; null when the answer had none. */
export type AnswerHeaders = Readonly<{ location: string | null; contentType: string | null; retryAfter: string | null }>

export type Refused = Readonly<{ kind: 'refused'; why: 'not-allowed' | 'not-public' | 'bad-address' }>

export type UnreachableReason = 'dns' | 'connect' | 'tls' | 'timeout' | 'too-large' | 'encoded' | 'closed'
export type Unreachable = Readonly<{ kind: 'unreachable'; why: UnreachableReason }>

export function refused(why: Refused['why']): Refused {
  return { kind: 'refused', why }
}

export function unreachable(why: UnreachableReason): Unreachable {
  return { kind: 'unreachable', why }
}
