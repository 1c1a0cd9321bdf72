import { appendFile, cp, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { makeFilmModules } from '#server/film-modules.ts'

test('the film engine for browsers is written again when a source or what was written changed, and only then', {
  timeout: 60_000,
}, async () => {
  const root = await mkdtemp(path.join(tmpdir(), 'hob-modules-'))
  const written = path.join(root, 'public/modules/films/engine.js')
  const writtenAt = async () => (await stat(path.join(root, '.data/film-modules'))).mtimeMs
  const make = () => makeFilmModules({ root, env: process.env, signal: new AbortController().signal })
  try {
    await mkdir(path.join(root, 'lib/films'), { recursive: true })
    await mkdir(path.join(root, 'public/modules/films'), { recursive: true })
    for (const source of ['lib/films/engine', 'lib/art']) await cp(source, path.join(root, source), { recursive: true })

    await make()
    const right = await readFile(written, 'utf8')
    const first = await writtenAt()
    await make()
    expect(await writtenAt()).toBe(first)

    await writeFile(written, 'broken')
    await make()
    expect(await readFile(written, 'utf8')).toBe(right)

    await appendFile(path.join(root, 'lib/films/engine/engine.ts'), '\nexport const added = 1\n')
    await make()
    expect(await readFile(written, 'utf8')).toContain('added')
  } finally {
    await rm(root, { recursive: true, force: true })
  }
})
