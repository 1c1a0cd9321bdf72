/**
 * Connection lost or refused, no room for one more, ended from outside or for taking too long (PostgreSQL, appendix A: classes 08, 53, 57);
 * given up so that another could go on, or for want of a lock in time.
 */
const state = /^(?:08|53|57|40001|40P01|55P03)/
/** The same, in the codes of Prisma: not reachable, timed out, closed, no connection free, no transaction in time. */
const codes = new Set(['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028'])
/** The same, in the words of the driver adapter, which a raw query keeps under a code that says nothing. */
const kinds = new Set(['DatabaseNotReachable', 'ConnectionClosed', 'SocketTimeout'])
/** What the driver throws as it is when it has no answer of a server to pass on. */
const words = /connection (?:error|terminated|timeout)|when trying to connect|query read timeout|ECONN(?:REFUSED|RESET)|EPIPE/i

type Thrown = Readonly<{
  message?: unknown
  code?: unknown
  meta?: { driverAdapterError?: { cause?: { originalCode?: unknown; kind?: unknown } } }
}>

/** Whether this was thrown because the database was away or overwhelmed, so that the same may well work a little later. */
export function isDatabaseAway(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false
  const { message, code, meta }: Thrown = error
  const cause = meta?.driverAdapterError?.cause
  return (
    codes.has(String(code)) ||
    kinds.has(String(cause?.kind)) ||
    state.test(String(cause?.originalCode ?? '')) ||
    (meta === undefined && words.test(String(message)))
  )
}
