import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const forms = globSync('app/**/*.tsx').filter((file) => readFileSync(file, 'utf8').includes('useActionState('))

// React would wait for ever: bound while rendering, an action is a new function at every try.
test('no form binds its action while it renders', () => {
  expect(forms.filter((file) => /useActionState\([^)]*\.bind\(/.test(readFileSync(file, 'utf8')))).toEqual([])
  expect(forms.length).toBeGreaterThan(7)
})
