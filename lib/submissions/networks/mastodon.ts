import { type Network, oembedAddress } from './network.ts'
import { found, readOembed, readStatus, unreadable } from './oembed.ts'
import { plainWords } from './words.ts'

/**
 * A Mastodon server says that a post is there and who wrote it, and keeps its words to itself. Every server answers for its own posts,
 * so the host is the post's: any public one.
 */
export const mastodon: Network = {
  name: 'mastodon',
  shortHosts: [],
  oembed: ({ canonical }) => {
    const { hostname } = new URL(canonical)
    return { url: oembedAddress(`https://${hostname}/api/oembed`, canonical), hosts: [hostname] }
  },
  read: (answer, { canonical }) => {
    // An address without its author's name is not one that the endpoint knows.
    if (answer.status === 404 && canonical.includes('/statuses/')) return unreadable
    const status = readStatus(answer)
    if (status) return status
    const post = readOembed(answer)
    if (!post || (post.author === '' && post.html === '')) return unreadable
    const words = `${post.title}\n${plainWords(post.html)}`
    return found({ words, title: post.title, author: post.author, partial: 'words-not-shown' })
  },
}
