import 'server-only'
import { Refusal } from '#lib/foundation/refusal.ts'
import type { StaffActor } from '#lib/staff/actor.ts'

const closed = { 'cache-control': 'no-store', 'x-robots-tag': 'noindex, nofollow', 'x-content-type-options': 'nosniff' } as const

/** For who may not have a file: nobody is sent to sign in, and for everybody else there is nothing here. */
export function noFile(actor: StaffActor | null): Response {
  if (!actor) return new Response(null, { status: 307, headers: { ...closed, location: '/staff/sign-in' } })
  return new Response('Not found\n', { status: 404, headers: { ...closed, 'content-type': 'text/plain; charset=utf-8' } })
}

/** A file to be kept, and shown by no browser. While payments are stopped it leads back to the page that says so. */
export async function asFile(make: () => Promise<string>, { name, type }: Readonly<{ name: string; type: string }>): Promise<Response> {
  try {
    const body = await make()
    return new Response(body, { headers: { ...closed, 'content-type': type, 'content-disposition': `attachment; filename="${name}"` } })
  } catch (error) {
    if (error instanceof Refusal && error.code === 'campaign.stopped') return back(new URLSearchParams({ wrong: 'stopped' }))
    throw error
  }
}

/** Back to the page of the files, with what was typed and what is wrong. */
export function back(query: URLSearchParams): Response {
  return new Response(null, { status: 303, headers: { ...closed, location: `/staff/awards/payments?${query}` } })
}
