import { type Network, oembedAddress } from './network.ts'
import { found, readOembed, readStatus, unreadable } from './oembed.ts'
import { firstParagraph } from './words.ts'

/** Bluesky gives all words of a post; 403 where its author shows it to signed-in people only, 400 for an account that does not exist. */
export const bluesky: Network = {
  name: 'bluesky',
  shortHosts: [],
  oembed: ({ canonical }) => ({ url: oembedAddress('https://embed.bsky.app/oembed', canonical), hosts: ['embed.bsky.app'] }),
  read: (answer) => {
    if (answer.status === 400) return { kind: 'not-found', detail: null }
    const status = readStatus(answer)
    if (status) return status
    const post = readOembed(answer)
    const words = post && firstParagraph(post.html)
    return post && words !== null ? found({ words, title: words, author: post.author }) : unreadable
  },
}
