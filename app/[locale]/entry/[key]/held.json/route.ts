import { heldAward } from '#lib/awards/held.ts'
import { heldFilm } from '#lib/films/held.ts'
import { confirmDownload } from '#lib/submissions/commands/confirm-download.ts'
import { everythingHeld } from '#lib/submissions/held.ts'

const closed = { 'cache-control': 'no-store', 'x-robots-tag': 'noindex, nofollow', 'x-content-type-options': 'nosniff' } as const

/** All that is held about the person of this link, as a file, with a letter that says so. A link that opens nothing is no address at all. */
export async function GET(_request: Request, { params }: RouteContext<'/[locale]/entry/[key]/held.json'>): Promise<Response> {
  const { key } = await params
  const held = await everythingHeld(key)
  if (!held) return new Response('Not found\n', { status: 404, headers: { ...closed, 'content-type': 'text/plain; charset=utf-8' } })
  await confirmDownload(key)
  const [award, film] = await Promise.all([heldAward(key), heldFilm(key)])
  return new Response(`${JSON.stringify({ ...held, award, film }, null, 2)}\n`, {
    headers: {
      ...closed,
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="humans-of-binance-${held.entry.reference}.json"`,
    },
  })
}
