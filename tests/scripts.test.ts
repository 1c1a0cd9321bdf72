import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const { scripts } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { scripts: Record<string, string> }

test('every script installs what it runs on first, so that each can be the first on a fresh copy', () => {
  const names = Object.keys(scripts).filter((name) => !(name.startsWith('pre') && name.slice(3) in scripts))

  expect(names.length).toBeGreaterThan(10)
  expect(names.filter((name) => scripts[`pre${name}`] !== 'node server/install.mjs')).toEqual([])
})
