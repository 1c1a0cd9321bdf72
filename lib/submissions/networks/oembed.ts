import { z } from 'zod'
import type { Answer } from '#lib/foundation/outbound.ts'
import type { Reading } from './network.ts'
import { oneLine } from './words.ts'

const titleAtMost = 300
const authorAtMost = 120

const oembed = z.object({ title: text(), author_name: text(), html: text() })
export type Oembedded = Readonly<{ title: string; author: string; html: string }>

// A field of another kind counts as missing: it never makes the rest unreadable.
function text() {
  return z.string().catch('')
}

/** The fields of an oEmbed answer that anybody here reads, or null when the body is no such answer. */
export function readOembed({ body }: Answer): Oembedded | null {
  let json: unknown
  try {
    json = JSON.parse(body)
  } catch {
    return null
  }
  const parsed = oembed.safeParse(json)
  return parsed.success ? { title: parsed.data.title, author: parsed.data.author_name, html: parsed.data.html } : null
}

type Found = Readonly<{ words: string; title?: string; author: string; partial?: Extract<Reading, { kind: 'found' }>['partial'] }>

/** A post that is there, with what is kept of it made safe to keep. */
export function found({ words, title = '', author, partial = null }: Found): Reading {
  return { kind: 'found', words, title: oneLine(title, titleAtMost), author: oneLine(author, authorAtMost), partial }
}

/** What a status means that says the same at every network; null for 200 and for what only the network can explain. */
export function readStatus({ status }: Answer): Reading | null {
  if (status === 404 || status === 410) return { kind: 'not-found', detail: null }
  if (status === 401 || status === 403) return { kind: 'private', detail: null }
  if (status === 429) return { kind: 'unreachable', detail: 'rate-limited' }
  if (status >= 500) return { kind: 'unreachable', detail: 'server-error' }
  return status === 200 ? null : unreadable
}

export const unreadable: Reading = { kind: 'not-checkable', detail: 'answer-unreadable' }
