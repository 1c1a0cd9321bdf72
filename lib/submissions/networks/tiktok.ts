import { type Network, oembedAddress } from './network.ts'
import { found, readOembed, readStatus, unreadable } from './oembed.ts'

/** TikTok gives the caption with its hashtags as the title, and 400 for whatever it does not show: gone, private or never there. */
export const tiktok: Network = {
  name: 'tiktok',
  shortHosts: ['vm.tiktok.com', 'vt.tiktok.com', 'www.tiktok.com'],
  oembed: ({ canonical }) => ({ url: oembedAddress('https://www.tiktok.com/oembed', canonical), hosts: ['www.tiktok.com'] }),
  read: (answer) => {
    if (answer.status === 400) return { kind: 'not-found', detail: 'gone-or-private' }
    const status = readStatus(answer)
    if (status) return status
    const post = readOembed(answer)
    if (!post) return unreadable
    if (post.title === '' && post.author === '') return { kind: 'not-found', detail: 'gone-or-private' }
    return found({ words: post.title, title: post.title, author: post.author })
  },
}
