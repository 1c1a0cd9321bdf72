import { currentStaff } from '#app/_auth/session.ts'
import { filmDesk } from '#lib/films/queries.ts'
import { stillOf } from '#lib/films/render/still.ts'
import { may } from '#lib/staff/permissions.ts'

type Context = RouteContext<'/staff/films/[id]/still/[scene]'>

/** A scene of the script on the desk, drawn as it looks once it has settled. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const [actor, { id, scene }] = await Promise.all([currentStaff(), params])
  const film = may(actor, 'film.see') ? await filmDesk(actor, id) : null
  const index = film?.script.scenes.findIndex((one) => one.id === scene) ?? -1
  if (!film || index < 0)
    return new Response('Not found\n', {
      status: 404,
      headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
    })
  const picture = await stillOf(film.script, index)
  return new Response(new Uint8Array(picture), {
    headers: { 'content-type': 'image/webp', 'cache-control': 'private, max-age=3600', 'x-content-type-options': 'nosniff' },
  })
}
