import { randomBytes } from 'node:crypto'
import { requestId } from './request-id.ts'

type Fields = Readonly<Record<string, string | number | boolean | null | undefined>>

function write(level: 'info' | 'error', event: string, fields: Fields): void {
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), level, event, request: requestId(), ...fields })}\n`)
}

/** One line about something that happened. Never a name, an address, a text or a secret of anybody. */
export function info(event: string, fields: Fields = {}): void {
  write('info', event, fields)
}

/** One line about a fault of ours, with a reference that can be shown to the person it hit. */
export function fault(event: string, error: unknown, fields: Fields = {}): string {
  const reference = randomBytes(4).toString('hex')
  const cause = error instanceof Error ? (error.stack ?? error.message) : String(error)
  write('error', event, { ...fields, reference, cause: cause.slice(0, 4000) })
  return reference
}
