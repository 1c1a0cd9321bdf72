import { ownFile } from '#lib/films/own.ts'
import { mediaResponse } from '#lib/media/respond.ts'

type Context = RouteContext<'/[locale]/entry/[key]/film/files/[name]'>

const closed = { 'cache-control': 'no-store', 'x-robots-tag': 'noindex, nofollow', 'x-content-type-options': 'nosniff' } as const

/** A file of the film for whoever holds the secret link, whole or in parts. Any other name is no address. */
async function send(request: Request, { params }: Context): Promise<Response> {
  const { key, name } = await params
  const found = await ownFile(key, name)
  if (!found) return new Response('Not found\n', { status: 404, headers: { ...closed, 'content-type': 'text/plain; charset=utf-8' } })
  if ('file' in found) return mediaResponse(request, found.file, 'private')
  return new Response(found.text, { headers: { ...closed, 'content-type': 'text/vtt; charset=utf-8' } })
}

export { send as GET, send as HEAD }
