/** How much can be said about an error, in characters as people see them. */
export const whatMin = 10
export const whatMax = 2000
const sourceMax = 500

export const reportStates = ['open', 'answered', 'closed'] as const
export type ReportState = (typeof reportStates)[number]

/** What staff do with a report. */
export type ReportAnswer = Readonly<{
  reportId: string
  /** The version the page showed. */
  version: number
  outcome: ReportState
  /** For staff. */
  note: string | null
  /** For who reported it; with 'answered' only. */
  answer: string | null
}>

/** A web address as it was typed, made whole where only "https://" is missing; null for anything else. */
export function sourceAddress(typed: string): string | null {
  const address = /^[a-z][a-z0-9+.-]*:/i.test(typed) ? typed : `https://${typed}`
  if (address.length > sourceMax || /\s/.test(address) || !URL.canParse(address)) return null
  const { protocol, hostname, href } = new URL(address)
  return /^https?:$/.test(protocol) && hostname.includes('.') ? href : null
}
