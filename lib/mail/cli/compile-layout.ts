import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

// Compiles layout/letter.mjml into layout/compiled.ts. Run again after changing the source: npm run mail:layout
// MJML brings some two hundred packages, so it is fetched for this run only, into a folder that goes again.
const mjmlVersion = '5.4.1'
const folder = join(import.meta.dirname, '../layout')
const source = readFileSync(join(folder, 'letter.mjml'), 'utf8')

type Compile = (source: string, options: object) => Promise<{ html: string; errors: readonly { formattedMessage: string }[] }>

function fetchMjml(into: string): Compile {
  writeFileSync(join(into, 'package.json'), '{"private":true}')
  execFileSync('npm', ['install', `mjml@${mjmlVersion}`, '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: into, stdio: 'inherit' })
  const loaded = createRequire(join(into, 'package.json'))('mjml') as Compile | { default: Compile }
  return typeof loaded === 'function' ? loaded : loaded.default
}

/** The compiled letter, cut where the source says `<!--part name-->`: what stands before the first cut is `head`. */
async function partsOf(compile: Compile, dir: 'ltr' | 'rtl'): Promise<Record<string, string>> {
  const filled = source.replaceAll('[[dir]]', dir).replaceAll('[[start]]', dir === 'ltr' ? 'left' : 'right')
  const { html, errors } = await compile(filled, { validationLevel: 'strict', fonts: {}, keepComments: true })
  if (errors.length > 0) throw new Error(errors.map((error) => error.formattedMessage).join('\n'))
  const tidy = html.trim().replace(/\s+/g, ' ').replaceAll('> <', '><')
  const [head = '', ...rest] = tidy.split(/<!--part (?=\w+-->)/)
  const named = rest.map((part): [string, string] => [part.slice(0, part.indexOf('-->')), part.slice(part.indexOf('-->') + 3)])
  return Object.fromEntries([['head', head], ...named])
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

function listed(parts: Readonly<Record<string, string>>): string {
  return Object.entries(parts)
    .map(([name, html]) => `    ${name}: ${quoted(html)},\n`)
    .join('')
}

function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
}

const workspace = mkdtempSync(join(tmpdir(), 'mail-layout-'))
try {
  const compile = fetchMjml(workspace)
  const layouts = { ltr: await partsOf(compile, 'ltr'), rtl: await partsOf(compile, 'rtl') }
  const lines = [
    `// Written by cli/compile-layout.ts from letter.mjml with MJML ${mjmlVersion}. Change the source, not this file.`,
    `export const madeFrom = '${sha256(source)}'`,
    `export const madeInto = '${sha256(JSON.stringify(layouts))}'`,
    `export const layouts = {\n  ltr: {\n${listed(layouts.ltr)}  },\n  rtl: {\n${listed(layouts.rtl)}  },\n} as const`,
  ]
  const target = join(folder, 'compiled.ts')
  writeFileSync(target, `${lines.join('\n\n')}\n`)
  execFileSync('npx', ['biome', 'format', '--write', target], { stdio: 'inherit' })
} finally {
  rmSync(workspace, { recursive: true, force: true })
}
