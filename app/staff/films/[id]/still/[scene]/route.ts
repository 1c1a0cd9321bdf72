import { currentStaff } from '#app/_auth/session.ts'
import { filmRevision } from '#lib/films/queries.ts'
import { stillOf } from '#lib/films/render/still.ts'
import { may } from '#lib/staff/permissions.ts'

type Context = RouteContext<'/staff/films/[id]/still/[scene]'>

/** A scene of version `v` of the script, drawn as it looks once it has settled. A version never changes, so a picture of it may be kept. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const [actor, { id, scene }] = await Promise.all([currentStaff(), params])
  const version = Number(new URL(request.url).searchParams.get('v'))
  const film = may(actor, 'film.see') ? await filmRevision(actor, id, version) : null
  const index = film?.scenes.findIndex((one) => one.id === scene) ?? -1
  if (!film || index < 0)
    return new Response('Not found\n', {
      status: 404,
      headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
    })
  const picture = await stillOf(film, index)
  return new Response(new Uint8Array(picture), {
    headers: { 'content-type': 'image/webp', 'cache-control': 'private, max-age=86400', 'x-content-type-options': 'nosniff' },
  })
}
