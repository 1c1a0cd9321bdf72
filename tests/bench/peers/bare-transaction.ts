import { randomUUID } from 'node:crypto'
import http from 'node:http'
import pg from 'pg'

// The limit of the usual way to take a form: node:http, pg, four statements in one durable transaction, nothing else.
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 16 })
const form = `<!DOCTYPE html><title>Form</title><main><form method="post"><input type="hidden" name="key" value="${randomUUID()}"><button>Send</button></form></main>`

await pool.query(`create schema if not exists bare;
  create table if not exists bare.entry (id uuid primary key, reference text unique, story text, email text, at timestamptz);
  create table if not exists bare.survey (entry_id uuid primary key references bare.entry, answers jsonb);
  create table if not exists bare.consent (entry_id uuid references bare.entry, purpose text, answer text, primary key (entry_id, purpose));
  create table if not exists bare.letter (id uuid primary key, entry_id uuid references bare.entry, body text)`)

async function store(story: string): Promise<string> {
  const [id, client] = [randomUUID(), await pool.connect()]
  const reference = `HB-${id.slice(0, 4).toUpperCase()}-${id.slice(4, 8).toUpperCase()}-${id.slice(9, 13)}`
  try {
    await client.query('begin')
    await client.query('insert into bare.entry values ($1, $2, $3, $4, now())', [id, reference, story, 'sample@example.org'])
    await client.query('insert into bare.survey values ($1, $2)', [id, { adult: true, region: 'open' }])
    await client.query('insert into bare.consent values ($1, $2, $3)', [id, 'rules', 'yes'])
    await client.query('insert into bare.letter values ($1, $2, $3)', [randomUUID(), id, story])
    await client.query('commit')
    return reference
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

async function answer(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
  if (request.method === 'POST') {
    let body = ''
    for await (const part of request) body += String(part)
    const reference = await store(new URLSearchParams(body).get('story') ?? '')
    response.writeHead(303, { location: `/done?${reference}`, 'content-length': 0 }).end()
    return
  }
  const reference = request.url?.startsWith('/done?') ? request.url.slice(6) : null
  const page = reference ? `<!DOCTYPE html><title>Done</title><main>${reference}</main>` : form
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-length': Buffer.byteLength(page) }).end(page)
}

http
  .createServer((request, response) => {
    answer(request, response).catch(() => response.writeHead(500).end())
  })
  .listen(Number(process.argv[2]), '127.0.0.1')
