import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { usedStyles } from './used-styles.ts'

const built = fileURLToPath(new URL('../../.next', import.meta.url))
const sheet = /<link rel="stylesheet" href="\/_next\/(static\/[\w./-]+\.css)"[^>]*>/g

const sheets = new Map<string, Promise<string | null>>()

/** What could end the element early stays in its file. */
async function read(file: string): Promise<string | null> {
  const css = await readFile(path.join(built, file), 'utf8').catch(() => null)
  return css === null || /<\/style|<!--/i.test(css) ? null : css
}

/**
 * Writes into a page those rules of its style sheets that can apply to it, so that a first visit paints one round trip earlier and reads no more than it needs,
 * and names the hashes its policy has to allow. A sheet that cannot be read stays a link.
 */
export async function inlineStyles(html: string): Promise<Readonly<{ html: string; hashes: readonly string[] }>> {
  let written = html
  const hashes: string[] = []
  for (const [link, file = ''] of html.matchAll(sheet)) {
    const reading = sheets.get(file) ?? read(file)
    sheets.set(file, reading)
    const whole = await reading
    if (whole === null) continue
    const css = await usedStyles(whole, html)
    hashes.push(`'sha256-${createHash('sha256').update(css).digest('base64')}'`)
    written = written.replace(link, () => `<style>${css}</style>`)
  }
  return { html: written, hashes }
}
