import { z } from 'zod'
import { recognisePost } from '../post-url.ts'
import type { FieldError } from './errors.ts'
import { forbiddenIn, optionalText, refusing } from './fields.ts'

export const postTextMax = 4000

// Apps put these around a link they share; they are no part of it.
const marksAroundLinks = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g

function errorIn(typed: string): FieldError | null {
  if (!typed) return { code: 'postUrl.missing' }
  const link = recognisePost(typed)
  if (link.ok || link.reason === 'too_long') return link.ok ? forbiddenIn(typed, 'line') : { code: 'postUrl.refused', reason: link.reason }
  if (link.reason === 'empty') return forbiddenIn(typed, 'line') ?? { code: 'postUrl.missing' }
  return forbiddenIn(typed, 'line') ?? { code: 'postUrl.refused', reason: link.reason }
}

const postUrl = z
  .preprocess((raw) => (typeof raw === 'string' ? raw.replace(marksAroundLinks, '').normalize('NFC').trim() : ''), z.string())
  .check(refusing(errorIn))

/** The post that was made with the hashtag, as a link, and its words in case it disappears. */
export const post = z.object({
  postUrl,
  postText: optionalText({ kind: 'block', max: { count: postTextMax, code: 'postText.too-long' } }),
})
export type PostAnswers = z.output<typeof post>
