import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { siteArguments } from '#server/program.ts'

test('a container runs the site with the same arguments as npm start', () => {
  const command = /^CMD (.*)$/m.exec(readFileSync('deploy/Dockerfile', 'utf8'))?.[1] ?? ''

  expect(JSON.parse(command)).toEqual(['node', ...siteArguments])
})
