import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { siteArguments } from '#server/program.ts'

test('a container runs the site with the same arguments as npm start', () => {
  const image = readFileSync('deploy/Dockerfile', 'utf8')
  const [entry, command] = [/^ENTRYPOINT (.*)$/m, /^CMD (.*)$/m].map((line) => JSON.parse(line.exec(image)?.[1] ?? '[]'))

  expect([...entry, ...command]).toEqual(['tini', '--', 'node', ...siteArguments])
})

test.each(['deploy/compose.yaml', 'deploy/kubernetes/site.yaml'])('%s starts no worker and no site otherwise', (file) => {
  const commands = readFileSync(file, 'utf8').matchAll(/\b(?:command|args): \[node, (.*)\]/g)

  expect(Array.from(commands, ([, rest]) => rest).sort()).toEqual(['--conditions=react-server, lib/worker/main.ts', 'server/release.ts'])
})
