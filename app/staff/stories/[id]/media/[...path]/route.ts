import { currentStaff } from '#app/_auth/session.ts'
import { mediaResponse } from '#lib/media/respond.ts'
import { may } from '#lib/staff/permissions.ts'
import { deskFile } from '#lib/stories/editing/queries.ts'

type Context = RouteContext<'/staff/stories/[id]/media/[...path]'>

async function serve(request: Request, { params }: Context): Promise<Response> {
  const [actor, { id, path }] = await Promise.all([currentStaff(), params])
  const file = may(actor, 'story.edit') ? await deskFile(actor, id, path.join('/')) : null
  if (file) return mediaResponse(request, file, 'private')
  return new Response('Not found\n', { status: 404, headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' } })
}

/** A film or poster on the desk, for editors, out or not. */
export const GET = serve
export const HEAD = serve
