import { currentStaff } from '#app/_auth/session.ts'
import { may } from '#lib/staff/permissions.ts'
import { receiveUpload } from '#lib/stories/commands/upload.ts'

/** A piece of a film or poster from an editor. For everybody else there is nothing here. */
async function serve(request: Request): Promise<Response> {
  const actor = await currentStaff()
  if (may(actor, 'story.edit')) return receiveUpload(actor, request)
  return new Response('Not found\n', { status: 404, headers: { 'content-type': 'text/plain; charset=utf-8' } })
}

export const HEAD = serve
export const POST = serve
export const PATCH = serve
export const DELETE = serve
export const OPTIONS = serve
