import { type Network, oembedAddress } from './network.ts'
import { found, readOembed, readStatus, unreadable } from './oembed.ts'

/** YouTube gives a title and no description, so a missing hashtag proves nothing. It has answered 200 with one bare word for a private video. */
export const youtube: Network = {
  name: 'youtube',
  shortHosts: [],
  oembed: ({ canonical }) => ({
    url: oembedAddress('https://www.youtube.com/oembed', canonical, { format: 'json' }),
    hosts: ['www.youtube.com'],
  }),
  read: (answer) => {
    const said = answer.body.slice(0, 20).trim()
    if (answer.status === 401 || said === 'Unauthorized') return { kind: 'not-checkable', detail: 'embedding-off' }
    if (said === 'Forbidden') return { kind: 'private', detail: null }
    if (answer.status === 400 || said === 'Not Found') return { kind: 'not-found', detail: null }
    const status = readStatus(answer)
    if (status) return status
    const post = readOembed(answer)
    return post?.title ? found({ words: post.title, title: post.title, author: post.author, partial: 'title-only' }) : unreadable
  },
}
