import { ownStill } from '#lib/films/own.ts'

type Context = RouteContext<'/[locale]/entry/[key]/film/stills/[number]/[scene]'>

/** A scene of a storyboard as a picture, for whoever holds the secret link and only while the storyboard shows it. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { key, number, scene } = await params
  const isNumber = (text: string) => /^\d{1,6}$/.test(text)
  const still = isNumber(number) && isNumber(scene) ? await ownStill(key, Number(number), Number(scene)) : null
  if (!still)
    return new Response('Not found\n', {
      status: 404,
      headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
    })
  const headers = {
    etag: `"${still.tag}"`,
    'cache-control': 'private, no-cache',
    'x-robots-tag': 'noindex, nofollow',
    'x-content-type-options': 'nosniff',
  }
  if (request.headers.get('if-none-match') === headers.etag) return new Response(null, { status: 304, headers })
  return new Response(new Uint8Array(await still.draw()), { headers: { ...headers, 'content-type': 'image/webp' } })
}
