import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const built = fileURLToPath(new URL('../../.next', import.meta.url))
const sheet = /<link rel="stylesheet" href="\/_next\/(static\/[\w./-]+\.css)"[^>]*>/g

type Sheet = Readonly<{ css: string; hash: string }>
const sheets = new Map<string, Sheet | null>()

function read(file: string): Sheet | null {
  let css: string
  try {
    css = readFileSync(path.join(built, file), 'utf8')
  } catch {
    return null
  }
  // What could end the element early stays in its file.
  if (/<\/style|<!--/i.test(css)) return null
  return { css, hash: `'sha256-${createHash('sha256').update(css).digest('base64')}'` }
}

/**
 * Writes the style sheets of a page into it, so that a first visit paints one round trip earlier, and names the hashes its policy has to allow.
 * A sheet that cannot be read stays a link.
 */
export function inlineStyles(html: string): Readonly<{ html: string; hashes: readonly string[] }> {
  const hashes: string[] = []
  const written = html.replace(sheet, (link, file: string) => {
    if (!sheets.has(file)) sheets.set(file, read(file))
    const found = sheets.get(file)
    if (!found) return link
    hashes.push(found.hash)
    return `<style>${found.css}</style>`
  })
  return { html: written, hashes }
}
