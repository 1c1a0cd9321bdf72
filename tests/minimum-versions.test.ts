import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** Below these a known weakness is open (advisories up to November 2026). A release that mends another one raises its line here. */
const least: Readonly<Record<string, string>> = {
  next: '16.4.5',
  react: '19.3.1',
  'react-dom': '19.3.1',
  'next-auth': '4.24.15',
  nodemailer: '10.0.5',
  zod: '4.6.6',
  '@prisma/adapter-pg': '7.10.1',
  sharp: '0.35.5',
  node: '24.21.0',
}

type Lock = Readonly<{ packages: Readonly<Record<string, Readonly<{ version?: string; resolved?: string; integrity?: string }>>> }>
const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock

function older(version: string, limit: string): boolean {
  const numbers = (text: string) => text.split(/[.-]/).slice(0, 3).map(Number)
  const [a, b] = [numbers(version), numbers(limit)]
  const first = a.findIndex((part, index) => part !== b[index])
  return first >= 0 && (a[first] ?? 0) < (b[first] ?? 0)
}

test('no locked package is older than the release that mended its known weaknesses, wherever it stands in the tree', () => {
  const tooOld = Object.entries(packages).flatMap(([place, { version = '' }]) => {
    const limit = least[place.split('node_modules/').at(-1) ?? '']
    return place && limit && older(version, limit) ? [`${place} ${version} < ${limit}`] : []
  })

  expect(tooOld).toEqual([])
  expect(['next', 'react', 'nodemailer'].map((name) => packages[`node_modules/${name}`]?.version !== undefined)).toEqual([true, true, true])
})

test('an older version is told from a newer one', () => {
  expect([older('16.4.4', '16.4.5'), older('16.10.0', '16.4.5'), older('15.9.9', '16.4.5'), older('16.4.5', '16.4.5')]).toEqual([
    true,
    false,
    true,
    false,
  ])
})

test('every dependency is pinned to one version, and every locked package carries the hash of its contents', () => {
  const own = JSON.parse(readFileSync('package.json', 'utf8')) as Record<string, Record<string, string> | undefined>
  const loose = ['dependencies', 'devDependencies', 'optionalDependencies']
    .flatMap((kind) => Object.entries(own[kind] ?? {}))
    .filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))
  const unsealed = Object.entries(packages).filter(([place, { resolved, integrity }]) => place && resolved && !integrity)

  expect(loose).toEqual([])
  expect(unsealed.map(([place]) => place)).toEqual([])
})
