import { type FormState, fresh } from '#app/_forms/state.ts'

/** What we can say about a code; dates in the reader's words, and of the entry no more than the end of its reference. */
export type Verdict = Readonly<{ known: true; date: string; ending: string | null } | { known: false; code: string }>

export type VerifyState = FormState & Readonly<{ verdict: Verdict | null }>

/** The page before a code was entered. */
export const unasked: VerifyState = { ...fresh(), verdict: null }
