import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { stripTypeScriptTypes } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { fingerprint } from './files.ts'
import { type Context, runProgram } from './program.ts'

const engine = 'lib/films/engine'
const art = 'lib/art'
const out = 'public/modules/films'
const mark = '.data/film-modules'

/**
 * Does it unless they are there as this Node made them from these sources. In a process of its own, where Node's remark about a young
 * function of its disturbs nobody.
 */
export async function makeFilmModules(context: Context): Promise<void> {
  const file = path.join(context.root, mark)
  if ((await readFile(file, 'utf8').catch(() => null)) === (await stateOf(context.root))) return
  await runProgram(
    'Writing the film engine for browsers',
    ['--disable-warning=ExperimentalWarning', fileURLToPath(import.meta.url)],
    context,
  )
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(file, await stateOf(context.root))
}

/** Names the sources and what lies there of them, so that a change of either is seen. */
async function stateOf(root: string): Promise<string> {
  return `${process.version} ${await fingerprint(root, [engine, art, out, path.relative(root, fileURLToPath(import.meta.url))])}`
}

/** Writes the film engine as plain modules that a browser loads from /modules/films/engine.js. Files that are right already stay untouched. */
export async function writeFilmModules(root: string): Promise<void> {
  const written = new Set<string>()
  const waiting = (await readdir(path.join(root, engine), { recursive: true }))
    .filter((file) => file.endsWith('.ts'))
    .map((file) => path.join(engine, file))
  for (let file = waiting.pop(); file; file = waiting.pop()) {
    const place = placeOf(file)
    if (written.has(place)) continue
    written.add(place)
    const { code, imports } = moduleOf(await readFile(path.join(root, file), 'utf8'), file)
    waiting.push(...imports)
    await writeIfNew(path.join(root, out, place), code)
  }
  await removeOthers(path.join(root, out), written)
}

/** Where a source lies below the modules. */
function placeOf(file: string): string {
  const place = file.startsWith(engine) ? path.relative(engine, file) : path.join('art', path.relative(art, file))
  return place.replace(/\.ts$/, '.js')
}

/** A source without its types, its imports pointing to the modules. Throws on an import that no browser could follow. */
function moduleOf(source: string, file: string): { code: string; imports: string[] } {
  const imports: string[] = []
  const code = stripTypeScriptTypes(source).replace(
    /^((?:import|export)\b[^'"`;]*?\bfrom\s*)'([^']+)'/gm,
    (_, head: string, target: string) => {
      const imported = target.startsWith('#') ? target.slice(1) : path.join(path.dirname(file), target)
      if (!imported.startsWith(`${engine}/`) && !imported.startsWith(`${art}/`))
        throw new Error(`${file} imports ${target}: browsers cannot`)
      imports.push(imported)
      const relative = path.relative(path.dirname(placeOf(file)), placeOf(imported))
      return `${head}'${relative.startsWith('.') ? relative : `./${relative}`}'`
    },
  )
  return { code, imports }
}

async function writeIfNew(file: string, code: string): Promise<void> {
  if ((await readFile(file, 'utf8').catch(() => null)) === code) return
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(file, code)
}

async function removeOthers(folder: string, kept: ReadonlySet<string>): Promise<void> {
  const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.js') && !kept.has(file))
  for (const file of files) await rm(path.join(folder, file))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeFilmModules(process.cwd())
