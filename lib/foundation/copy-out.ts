import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { directDatabaseUrl } from './env.ts'

/** How rows are written down: as cells of a table, or as one JSON value a row in a JSON list. */
export type CopyShape = 'csv' | 'json'

/** Called once when a copy ends: how many rows went out, and whether that was all of them. */
export type CopyEnd = (rows: number, isWhole: boolean) => Promise<void>

/** Bytes handed on at once. */
const piece = 64 * 1024
const [quote, lineFeed] = [0x22, 0x0a]
const formats: Readonly<Record<CopyShape, string>> = {
  csv: `format csv, header true, encoding 'UTF8'`,
  // A JSON value holds no control character, so that nothing is ever quoted.
  json: `format csv, delimiter E'\\x02', quote E'\\x01', encoding 'UTF8'`,
}

/**
 * Streams what a query finds, as PostgreSQL's COPY writes it, on a connection of its own past any pooler: CSV as RFC 4180 with a mark of UTF-8 at the front, or
 * a JSON list (the query then has one column). Memory does not grow with the rows, and PostgreSQL waits for whoever reads. Reading no further
 * ends the query. `ended` is told in any case; a failing database throws.
 */
export async function* copyOut(
  query: string,
  shape: CopyShape,
  ended: CopyEnd,
): AsyncGenerator<Uint8Array<ArrayBuffer>, undefined, undefined> {
  const client = new pg.Client({ connectionString: directDatabaseUrl(), statement_timeout: 3_600_000, connectionTimeoutMillis: 3_000 })
  client.on('error', () => {}) // the copy under way fails with the same error
  const writer = shape === 'csv' ? csvWriter() : jsonWriter()
  let isWhole = false
  try {
    await client.connect()
    await client.query('set enable_sort = off; set enable_seqscan = off; set jit = off; set cursor_tuple_fraction = 0.01')
    const rows = client.query(copyTo(`copy (${query}) to stdout (${formats[shape]})`))
    for await (const chunk of inPieces(rows)) yield writer.write(chunk)
    yield writer.end()
    isWhole = true
    return undefined
  } finally {
    // Of a connection with a query under way, pg closes the socket: the server gives the query up.
    await client.end().catch(() => {})
    await ended(writer.rows(), isWhole)
  }
}

async function* inPieces(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let kept: Buffer[] = []
  let size = 0
  for await (const chunk of chunks) {
    kept.push(chunk)
    size += chunk.length
    if (size < piece) continue
    yield kept.length === 1 && kept[0] ? kept[0] : Buffer.concat(kept, size)
    kept = []
    size = 0
  }
  if (size > 0) yield Buffer.concat(kept, size)
}

type Writer = Readonly<{
  write: (chunk: Buffer) => Uint8Array<ArrayBuffer>
  end: () => Uint8Array<ArrayBuffer>
  rows: () => number
}>

/** COPY ends rows with a line feed; RFC 4180 wants a carriage return before it, and line feeds inside quotes as they are. */
function csvWriter(): Writer {
  let isQuoted = false
  let lines = 0
  let isFirst = true
  return {
    write: (chunk) => {
      const out = Buffer.allocUnsafe(chunk.length + countOf(chunk) + 3)
      let to = 0
      if (isFirst) to += out.write('\ufeff')
      isFirst = false
      for (const byte of chunk) {
        if (byte === quote) isQuoted = !isQuoted
        else if (byte === lineFeed && !isQuoted) {
          out[to++] = 0x0d
          lines += 1
        }
        out[to++] = byte
      }
      return out.subarray(0, to)
    },
    end: () => Buffer.alloc(0),
    rows: () => Math.max(0, lines - 1),
  }
}

/** One JSON value a line becomes a list: a comma before each value but the first. */
function jsonWriter(): Writer {
  let rows = 0
  let isBegun = false
  let isBetween = false
  return {
    write: (chunk) => {
      const out = Buffer.allocUnsafe(chunk.length + countOf(chunk) + 3)
      let to = 0
      if (!isBegun) to += out.write('[\n')
      isBegun = true
      for (const byte of chunk) {
        if (isBetween) {
          out[to++] = 0x2c
          out[to++] = lineFeed
          isBetween = false
        }
        if (byte === lineFeed) {
          rows += 1
          isBetween = true
        } else out[to++] = byte
      }
      return out.subarray(0, to)
    },
    end: () => Buffer.from(isBegun ? '\n]\n' : '[]\n'),
    rows: () => rows,
  }
}

function countOf(chunk: Buffer): number {
  let count = 0
  for (let at = chunk.indexOf(lineFeed); at >= 0; at = chunk.indexOf(lineFeed, at + 1)) count += 1
  return count
}
