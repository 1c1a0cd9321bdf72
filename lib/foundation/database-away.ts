/** Connection lost or refused, no room for one more, ended from outside or for taking too long (PostgreSQL, appendix A: classes 08, 53, 57). */
const state = /^(?:08|53|57)/
/** The same, in the codes of Prisma: not reachable, timed out, closed, no connection free, no transaction in time. */
const codes = new Set(['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028'])
/** What the driver throws as it is when it has no answer of a server to pass on. */
const words = /connection (?:error|terminated|timeout)|when trying to connect|query read timeout|ECONN(?:REFUSED|RESET)|EPIPE/i

type Thrown = Readonly<{
  message?: unknown
  code?: unknown
  meta?: { driverAdapterError?: { cause?: { code?: unknown; kind?: unknown } } }
}>

/** Whether this was thrown because the database was away or overwhelmed, so that the same may well work a little later. */
export function isDatabaseAway(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false
  const { message, code, meta }: Thrown = error
  const cause = meta?.driverAdapterError?.cause
  return (
    codes.has(String(code)) ||
    cause?.kind === 'DatabaseNotReachable' ||
    state.test(String(cause?.code ?? '')) ||
    (meta === undefined && words.test(String(message)))
  )
}
