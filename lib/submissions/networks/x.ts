import { type Network, oembedAddress } from './network.ts'
import { found, readOembed, readStatus, unreadable } from './oembed.ts'
import { firstParagraph } from './words.ts'

const hosts = ['publish.x.com', 'publish.twitter.com']

/** X gives the words of a post inside its HTML, a long post shortened; the name of the author after it may hold a hashtag of its own. */
export const x: Network = {
  name: 'x',
  shortHosts: ['t.co'],
  oembed: ({ canonical }) => ({
    url: oembedAddress('https://publish.x.com/oembed', canonical, { omit_script: '1', dnt: 'true', hide_thread: 'true' }),
    hosts,
  }),
  read: (answer) => {
    const status = readStatus(answer)
    if (status) return status
    const post = readOembed(answer)
    const words = post && firstParagraph(post.html)
    if (!post || words === null) return unreadable
    return found({ words, title: words, author: post.author, partial: isCut(words) ? 'words-cut' : null })
  },
}

/** An ellipsis near the end, where a shortened post has it, in front of the link to the rest. */
function isCut(words: string): boolean {
  return words.slice(-40).includes('…')
}
