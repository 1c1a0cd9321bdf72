import { readFile } from 'node:fs/promises'
import path from 'node:path'

const file = path.join(process.cwd(), 'node_modules/tus-js-client/dist/tus.min.js')

/** The library that sends files in pieces, as it is published. */
export async function GET(): Promise<Response> {
  const headers = { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'public, max-age=3600' }
  return new Response(await readFile(file, 'utf8'), { headers })
}
