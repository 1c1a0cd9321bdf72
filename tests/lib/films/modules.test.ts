import { createHash } from 'node:crypto'
import { cp, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { createCanvas } from '@napi-rs/canvas'
import { expect, test } from 'vitest'
import type * as Engine from '#lib/films/engine/engine.ts'
import { drawFrame } from '#lib/films/engine/engine.ts'
import { loadFaces } from '#lib/films/render/faces.ts'
import { writeFilmModules } from '#server/film-modules.ts'
import { sampleFilm } from '#tests/factories/films.ts'

test('browsers get the same engine: plain modules that import only each other and draw the same frame', { timeout: 30_000 }, async () => {
  const root = await mkdtemp(path.join(tmpdir(), 'hob-modules-'))
  try {
    for (const source of ['lib/films/engine', 'lib/art']) {
      await mkdir(path.join(root, path.dirname(source)), { recursive: true })
      await cp(source, path.join(root, source), { recursive: true })
    }
    await mkdir(path.join(root, 'public/modules/films'), { recursive: true })
    await writeFilmModules(root)
    const folder = path.join(root, 'public/modules/films')
    const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.js'))
    expect(files).toContain('engine.js')
    for (const file of files) {
      const code = await readFile(path.join(folder, file), 'utf8')
      expect(code).not.toMatch(/\bfrom '(?!\.{1,2}\/[a-z/.-]+\.js')/)
      expect(code).not.toMatch(/\bprocess\b|\bBuffer\b|\brequire\b/)
    }
    const built = (await import(/* @vite-ignore */ pathToFileURL(path.join(folder, 'engine.js')).href)) as typeof Engine
    loadFaces()
    const film = sampleFilm()
    expect(frame(built.drawFrame, film)).toBe(frame(drawFrame, film))
  } finally {
    await rm(root, { recursive: true, force: true })
  }
})

function frame(draw: typeof drawFrame, film: ReturnType<typeof sampleFilm>): string {
  const c = createCanvas(320, 180).getContext('2d')
  draw(c as never, film, 5, 320, 180)
  return createHash('sha256')
    .update(c.getImageData(0, 0, 320, 180).data)
    .digest('hex')
}
