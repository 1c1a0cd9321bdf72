import { currentStaff } from '#app/_auth/session.ts'
import { filmDesk } from '#lib/films/queries.ts'
import type { FilmDesk } from '#lib/films/views.ts'
import { knownMedia } from '#lib/media/files.ts'
import { mediaResponse } from '#lib/media/respond.ts'
import { may } from '#lib/staff/permissions.ts'

type Context = RouteContext<'/staff/films/[id]/file/[...path]'>

/** Whether a file of the media store came of this film. */
function isOf({ renders, outside }: FilmDesk, name: string): boolean {
  const made = renders.flatMap(({ output }) => output?.files ?? [])
  return [...made, ...(outside ? [outside.film, ...(outside.poster ? [outside.poster] : [])] : [])].some(({ path }) => path === name)
}

async function serve(request: Request, { params }: Context): Promise<Response> {
  const [actor, { id, path }] = await Promise.all([currentStaff(), params])
  const name = path.join('/')
  const film = may(actor, 'film.see') ? await filmDesk(actor, id) : null
  const file = film && isOf(film, name) ? await knownMedia(name) : null
  if (file) return mediaResponse(request, file, 'private')
  return new Response('Not found\n', { status: 404, headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' } })
}

/** A file that came of a film, for staff, released or not. */
export const GET = serve
export const HEAD = serve
