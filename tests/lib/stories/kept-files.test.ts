import { expect, test } from 'vitest'
import config from '../../../next.config.mjs'

/** What caches are told about a file that ships with the site: of several lines the last counts. */
async function keeping(path: string): Promise<string | undefined> {
  const lines = (await config.headers?.()) ?? []
  const pattern = (source: string) => new RegExp(`^${source.replace(/:\w+\*/g, '.*').replace(/:\w+(\([^)]*\))/g, '$1')}$`)
  return lines.findLast(({ source }) => pattern(source).test(path))?.headers.find(({ key }) => key === 'cache-control')?.value
}

test('what belongs to a story that can be taken back stays in caches for five minutes only', async () => {
  const brief = 'public, max-age=300, must-revalidate'

  expect(await Promise.all(['/films/luis/luis.mp4', '/art/story-luis-og.png'].map(keeping))).toEqual([brief, brief])
  expect(await Promise.all(['/fonts/a.woff2', '/art/cta.svg'].map(keeping))).toEqual(['public, max-age=86400', 'public, max-age=86400'])
})
