import { type Network, oembedAddress } from './network.ts'
import { found, readOembed, readStatus, unreadable } from './oembed.ts'

/** Reddit gives the title of a post. It turns visitors away with a page of its own, which says nothing about the post. */
export const reddit: Network = {
  name: 'reddit',
  shortHosts: ['www.reddit.com'],
  oembed: ({ canonical }) => ({ url: oembedAddress('https://www.reddit.com/oembed', canonical), hosts: ['www.reddit.com'] }),
  read: (answer) => {
    const post = readOembed(answer)
    if (answer.status === 403 && !post) return { kind: 'unreachable', detail: 'rate-limited' }
    const status = readStatus(answer)
    if (status) return status
    return post?.title ? found({ words: post.title, title: post.title, author: post.author, partial: 'title-only' }) : unreadable
  },
}
