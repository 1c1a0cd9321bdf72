/** Bytes from first to last, both included. */
export type Range = Readonly<{ first: number; last: number }>

/**
 * What a Range header asks of a file of so many bytes: one range, 'all' when there is none or it cannot be read (a server may then send
 * everything, as it may for several ranges), 'outside' when it lies behind the end.
 */
export function readRange(header: string | null, bytes: number): Range | 'all' | 'outside' {
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '')
  if (!match) return 'all'
  const [, from = '', to = ''] = match
  if (!from && !to) return 'all'
  if (!from) {
    const count = Math.min(Number(to), bytes)
    return count > 0 ? { first: bytes - count, last: bytes - 1 } : 'outside'
  }
  const first = Number(from)
  const last = to ? Math.min(Number(to), bytes - 1) : bytes - 1
  if (to && Number(to) < first) return 'all'
  return first < bytes ? { first, last } : 'outside'
}
