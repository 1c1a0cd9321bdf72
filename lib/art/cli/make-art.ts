import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { PLAN } from './plan.ts'

// Draws every planned picture into public/. Run again after changing a drawing: node lib/art/cli/make-art.ts
const target = join(import.meta.dirname, '../../../public')
let bytes = 0
for (const { path, draw } of PLAN) {
  const svg = draw()
  bytes += svg.length
  await mkdir(dirname(join(target, path)), { recursive: true })
  await writeFile(join(target, path), svg)
}
console.log(`${PLAN.length} pictures, ${Math.round(bytes / 1024)} kB`)
