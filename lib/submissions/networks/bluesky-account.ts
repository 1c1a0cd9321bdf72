import { z } from 'zod'
import { type PostLink, recognisePost } from '../post-url.ts'
import { askHost, type Contact } from './contact.ts'

const host = 'public.api.bsky.app'
const answered = z.object({ did: z.string().regex(/^did:(?:plc:[a-z\d]{24}|web:[a-z\d.-]{1,200})$/) })

/**
 * A post on Bluesky under the lasting id of its account instead of a name, which can move to another account: from Bluesky's public
 * directory. Null when it does not know the name, or cannot be asked; the link itself says so too when it carries the id already.
 */
export async function lastingPost(post: PostLink, contact: Contact): Promise<PostLink | null> {
  const [, name, key] = /^https:\/\/bsky\.app\/profile\/([^/]+)\/post\/([^/]+)$/.exec(post.canonical) ?? []
  if (!name || !key || name.startsWith('did:')) return null
  const url = `https://${host}/xrpc/com.atproto.identity.resolveHandle?${new URLSearchParams({ handle: name })}`
  const answer = await askHost(url, { hosts: [host], name: 'bluesky', accept: 'application/json' }, contact)
  if (answer.kind !== 'answer' || answer.status !== 200) return null
  const read = answered.safeParse(jsonOf(answer.body))
  const found = read.success ? recognisePost(`https://bsky.app/profile/${read.data.did}/post/${key}`) : null
  return found?.ok ? found : null
}

function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return null
  }
}
