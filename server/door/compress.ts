import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)
const compressible = /^(?:text\/|application\/(?:javascript|json|xml|atom\+xml|manifest\+json|ld\+json)|image\/svg)/
const smallest = 860

/** What was compressed before, by its bytes: most answers repeat. Pages made for one person must not push out the files of everybody. */
const kept = { often: new Map<string, Buffer>(), seldom: new Map<string, Buffer>() }
const keptMost = 400

export function isCompressible(type: string): boolean {
  return compressible.test(type)
}

/** Names exactly these bytes. */
export function tagOf(body: Buffer): string {
  return createHash('sha1').update(body).digest('base64url')
}

const wants = { br: /(?:^|,) *br *(?:; *q=([\d.]+) *)?(?:,|$)/i, gzip: /(?:^|,) *gzip *(?:; *q=([\d.]+) *)?(?:,|$)/i }

/** The best coding a client takes, by its Accept-Encoding; one it weighs with nothing it refuses. */
export function codingFor(accepts: string): 'br' | 'gzip' | null {
  const takes = (coding: 'br' | 'gzip') => {
    const found = wants[coding].exec(accepts)
    return found !== null && Number(found[1] ?? 1) > 0
  }
  return takes('br') ? 'br' : takes('gzip') ? 'gzip' : null
}

/** The smallest form of `body` this client takes. `often` marks bytes that are asked for many times and deserve the effort. */
export async function encode(
  body: Buffer,
  tag: string,
  accepts: string,
  often: boolean,
): Promise<{ body: Buffer; coding: 'br' | 'gzip' | null }> {
  const coding = codingFor(accepts)
  if (!coding || body.length < smallest) return { body, coding: null }
  const [key, own] = [`${coding}${tag}`, often ? kept.often : kept.seldom]
  const found = own.get(key)
  if (found) return { body: found, coding }
  const made =
    coding === 'br'
      ? await brotli(body, {
          params: { [constants.BROTLI_PARAM_QUALITY]: often ? 11 : 4, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
        })
      : await zip(body, { level: often ? 9 : 5 })
  own.set(key, made)
  if (own.size > keptMost) own.delete(own.keys().next().value ?? '')
  return { body: made, coding }
}
