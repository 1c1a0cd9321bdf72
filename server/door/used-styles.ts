import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { fault } from '#lib/foundation/log.ts'

const modules = fileURLToPath(new URL('../../public/modules', import.meta.url))
const element = /<([a-z][\w-]*)((?:[\s/][^<>]*)?)>/g
const attribute = /([\w:-]+)(?:="([^"]*)")?/g
const most = 300

const found = new Map<string, Map<string, string>>()
const wordsOf = new Map<string, Promise<readonly string[]>>()

/**
 * The rules of a style sheet that can apply to this page: to its markup as it is, or as its own modules may change it. What is chosen by an attribute or a state
 * alone stays; everything does when it cannot be told.
 */
export async function usedStyles(css: string, html: string): Promise<string> {
  return purged(css, html).catch((error) => {
    fault('door.styles-failed', error)
    return css
  })
}

async function purged(css: string, html: string): Promise<string> {
  const { tags, classes, ids, scripts } = named(html)
  const words = (await Promise.all([...scripts].map(moduleWords))).flat()
  const name = [tags, classes, ids, scripts].map((names) => [...names].sort().join(' ')).join('|')
  const ofSheet = found.get(css) ?? new Map<string, string>()
  found.set(css, ofSheet)
  const known = ofSheet.get(name)
  if (known !== undefined) return known
  // Loaded with the first page, not with the house: it brings a parser along.
  const { PurgeCSS } = await import('purgecss')
  const page = { tags: [...tags], classes: [...classes], ids: [...ids], attributes: { names: [], values: [] }, undetermined: words }
  const [sheet] = await new PurgeCSS().purge({
    content: [{ raw: html, extension: 'html' }],
    css: [{ raw: css }],
    extractors: [{ extensions: ['html'], extractor: () => page }],
    // The library drops a selector of states alone, such as :focus-visible. Of one that begins with :lang or :is it keeps too little.
    safelist: { standard: [/^:/], greedy: [/^:(?:lang|is)$/] },
    dynamicAttributes: [...new Set([...css.matchAll(/\[([\w-]+)/g)].map(([, attributeName = '']) => attributeName))],
  })
  const used = sheet?.css ?? css
  if (ofSheet.size >= most) ofSheet.clear()
  ofSheet.set(name, used)
  return used
}

/** What the rules of a style sheet can name, as this markup has it. */
function named(html: string) {
  const [tags, classes, ids, scripts] = [new Set<string>(), new Set<string>(), new Set<string>(), new Set<string>()]
  for (const [, tag = '', attributes = ''] of html.matchAll(element)) {
    tags.add(tag)
    for (const [, name, value] of attributes.matchAll(attribute)) {
      if (name === 'class') for (const one of value?.split(/\s+/) ?? []) classes.add(one)
      if (name === 'id' && value) ids.add(value)
      const script = name === 'src' && /^\/modules\/([\w-]+\.js)$/.exec(value ?? '')?.[1]
      if (script) scripts.add(script)
    }
  }
  return { tags, classes, ids, scripts }
}

/** Every word of one of our modules and of those it imports: any of them can be a class it sets. */
function moduleWords(file: string): Promise<readonly string[]> {
  const known = wordsOf.get(file) ?? readModule(file)
  wordsOf.set(file, known)
  return known
}

async function readModule(file: string): Promise<readonly string[]> {
  const source = await readFile(path.join(modules, file), 'utf8')
  const imported = [...source.matchAll(/from '\.\/([\w-]+\.js)'/g)].map(([, name = '']) => name)
  const words = await Promise.all(imported.map(moduleWords))
  return [...new Set([...(source.match(/[\w-]+/g) ?? []), ...words.flat()])]
}
