import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { hashFile } from '#lib/media/hash.ts'
import type { Film, Shape } from '../engine/film.ts'
import { findEncoder } from '../render/ladder.ts'
import { encodeFilm } from '../render/make.ts'
import { checkFilm } from '../script/check.ts'
import { readScript } from '../script/schema.ts'

/** What ships with the repository, below public/films. Upright and square ones as MP4 alone. */
const shipped: readonly (readonly [slug: string, shape: Shape, name: string])[] = [
  ['luis', 'wide', 'luis'],
  ['luis', 'portrait', 'luis-9x16'],
  ['learning', 'wide', 'learning'],
  ['family', 'wide', 'family'],
  ['hill', 'wide', 'hill'],
]

const root = fileURLToPath(new URL('../../..', import.meta.url))
const scripts = path.join(root, 'lib/films/scripts')
const manifest = path.join(scripts, 'hashes.json')

const { values } = parseArgs({ options: { write: { type: 'boolean', default: false }, only: { type: 'string' } } })

/** The script of a shipped film. Throws with what is wrong when it may not be rendered. */
async function scriptOf(slug: string): Promise<Film> {
  const film = readScript(JSON.parse(await readFile(path.join(scripts, `${slug}.json`), 'utf8')))
  const problems = checkFilm(film)
  if (problems.length) throw new Error(`${slug}: ${problems.map(({ scene, code }) => `scene ${scene ?? '-'} ${code}`).join(', ')}`)
  return film
}

/** Renders one film and returns the hash of each file; with `--write` the files of the site become these. */
async function renderOne(slug: string, shape: Shape, name: string): Promise<Record<string, string>> {
  const film = await scriptOf(slug)
  const folder = await mkdtemp(path.join(os.tmpdir(), 'films-'))
  const begun = performance.now()
  try {
    const files = await encodeFilm(film, shape, { encoder: await findEncoder(), folder, webm: shape === 'wide' })
    const hashes: Record<string, string> = {}
    for (const { file } of files) {
      const place = `${slug}/${name}${path.extname(file)}`
      hashes[place] = await hashFile(path.join(folder, file))
      if (!values.write) continue
      await mkdir(path.join(root, 'public/films', slug), { recursive: true })
      await copyFile(path.join(folder, file), path.join(root, 'public/films', place))
    }
    console.log(`${name}: ${((performance.now() - begun) / 1000).toFixed(0)} s, ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`)
    return hashes
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const known = JSON.parse(await readFile(manifest, 'utf8').catch(() => '{}')) as Record<string, string>
const found = { ...known }
let different = 0
for (const [slug, shape, name] of shipped) {
  if (values.only && values.only !== name) continue
  for (const [place, hash] of Object.entries(await renderOne(slug, shape, name))) {
    const same = known[place] === hash
    if (!same) different += 1
    console.log(`  ${same ? 'same' : 'different'} ${place} ${hash}`)
    found[place] = hash
  }
}
if (values.write) await writeFile(manifest, `${JSON.stringify(found, null, 2)}\n`)
else if (different) process.exitCode = 1
