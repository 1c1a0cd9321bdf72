import { mkdirSync, mkdtempSync, readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test, vi } from 'vitest'
import { sweepUploads } from '#lib/stories/commands/sweep-uploads.ts'

function folderWith(hoursAgo: Readonly<Record<string, number>>): string {
  const data = mkdtempSync(path.join(tmpdir(), 'humans-uploads-'))
  const folder = path.join(data, 'uploads')
  vi.stubEnv('DATA_DIR', data)
  mkdirSync(folder)
  for (const [name, hours] of Object.entries(hoursAgo)) {
    writeFileSync(path.join(folder, name), 'a piece')
    const at = Date.now() / 1000 - hours * 3600
    utimesSync(path.join(folder, name), at, at)
  }
  return folder
}

test('an upload nobody went on with for a day is gone, one that still grows stays', async () => {
  const folder = folderWith({ left: 25, 'left.json': 25, grows: 1, 'grows.json': 23 })
  expect(await sweepUploads()).toBe(2)
  expect(readdirSync(folder).sort()).toEqual(['grows', 'grows.json'])
  expect(await sweepUploads()).toBe(0)
})
