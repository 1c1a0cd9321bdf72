import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Laid } from '#app/[locale]/entry/[key]/film/laid.tsx'
import { Stretches } from '#components/stories-desk/stretches.tsx'

const stretches = [
  { kind: 'first', text: 'old' },
  { kind: 'second', text: 'new' },
] as const

test('what is said of a text laid over another does not turn which way the text runs', () => {
  const words = { stretches, first: 'كان:', second: 'صار:' }
  for (const html of [renderToStaticMarkup(<Stretches {...words} />), renderToStaticMarkup(<Laid {...words} lang="en" />)]) {
    expect(html).toContain('dir="auto"')
    expect(html.replaceAll(/<bdi[^>]*>.*?<\/bdi>/g, '')).not.toMatch(/\p{Script=Arabic}/u)
    expect(html).toContain('كان:')
  }
})
