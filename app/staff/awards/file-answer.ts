import 'server-only'
import { currentStaff } from '#app/_auth/session.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { may } from '#lib/staff/permissions.ts'

const closed = { 'cache-control': 'no-store', 'x-robots-tag': 'noindex, nofollow', 'x-content-type-options': 'nosniff' } as const

/** Answers a request for a file with payout details: nobody is sent to sign in, and who may not see them finds nothing there. */
export async function payoutFile(make: (actor: StaffActor) => Promise<Response>): Promise<Response> {
  const actor = await currentStaff()
  if (!actor) return new Response(null, { status: 307, headers: { ...closed, location: '/staff/sign-in' } })
  if (!may(actor, 'payout.see'))
    return new Response('Not found\n', { status: 404, headers: { ...closed, 'content-type': 'text/plain; charset=utf-8' } })
  return make(actor)
}

/** A file to be kept, and shown by no browser. */
export function asFile(body: string, { name, type }: Readonly<{ name: string; type: string }>): Response {
  return new Response(body, { headers: { ...closed, 'content-type': type, 'content-disposition': `attachment; filename="${name}"` } })
}
