import { publicMedia } from '#lib/media/files.ts'
import { mediaResponse } from '#lib/media/respond.ts'

type Context = RouteContext<'/media/[...path]'>

async function serve(request: Request, { params }: Context): Promise<Response> {
  const { path } = await params
  const file = await publicMedia(path.join('/'))
  if (file) return mediaResponse(request, file)
  return new Response('Not found\n', { status: 404, headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' } })
}

/** A rendered film or what goes with it, once it is out: whole or in parts. */
export const GET = serve
export const HEAD = serve
