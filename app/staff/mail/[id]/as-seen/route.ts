import { currentStaff } from '#app/_auth/session.ts'
import { readMailId } from '#lib/mail/desk/filters.ts'
import { htmlForStaff } from '#lib/mail/desk/queries.ts'
import { may } from '#lib/staff/permissions.ts'

/** One letter as it is laid out, its secrets hidden; server/door gives it a policy of its own. Nobody is sent to sign in; who may not see it finds nothing here. */
export async function GET(_request: Request, { params }: RouteContext<'/staff/mail/[id]/as-seen'>): Promise<Response> {
  const [actor, { id }] = await Promise.all([currentStaff(), params])
  if (!actor) return new Response(null, { status: 307, headers: { location: '/staff/sign-in', 'cache-control': 'no-store' } })
  const mailId = readMailId(id)
  const html = may(actor, 'mail.see') && mailId ? await htmlForStaff(actor, mailId) : null
  if (html === null) return new Response('Not found\n', { status: 404, headers: { 'content-type': 'text/plain; charset=utf-8' } })
  return new Response(html, { headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'private, no-store' } })
}
