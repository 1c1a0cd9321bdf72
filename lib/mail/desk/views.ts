import type { MailFault } from './faults.ts'

export const letterStates = ['queued', 'failed', 'sent'] as const
export type LetterState = (typeof letterStates)[number]

/** One letter in a list. */
export type MailLine = Readonly<{
  id: string
  kind: string
  /** Empty when the letter was emptied. */
  recipient: string
  subject: string
  state: LetterState
  attempts: number
  createdAt: Date
  sentAt: Date | null
  /** Why the last try failed; null when none did. */
  fault: MailFault | null
  reference: string | null
}>

/** One page of letters, and the letters beyond which the next and the previous page begin. */
export type MailPage = Readonly<{ lines: readonly MailLine[]; newer: string | null; older: string | null }>

/** One letter as staff may see it: every secret in its words is hidden. */
export type LetterView = MailLine &
  Readonly<{
    locale: string
    code: string
    /** Null when the letter was emptied, or holds a code for one person's eyes. */
    text: string | null
    whyNoText: 'emptied' | 'code' | null
    /** Of the HTML part; 0 when there is none any more. */
    bytes: number
    /** The mail server's own words about the last try. */
    lastError: string | null
    canResend: boolean
  }>

/** How the outbox stands. Counts go up to 1,001: more is "more than 1,000". */
export type OutboxState = Readonly<{ queued: number; failed: number; oldestUnsentAt: Date | null; lastSentAt: Date | null }>
