import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

/** The house, as the README shows it too; the table below is the same picture in words a machine reads. */
const picture = `
   browser                                   the clock and the queue in PostgreSQL
      │                                              │
┌─────▼──────────────────────────────┐      ┌────────▼────────┐
│ server/door ─► app/  pages · forms │      │  lib/worker     │   two ways in: a request or a job becomes
│               · server actions     │      │  handlers main  │   (actor, input) → command
└─────┬──────────────┬───────────────┘      └────────┬────────┘
      │              │                               │
      │     ┌────────▼─────────┐                     │
      │     │ components/      │  schema, lifecycle, policy, i18n, art only
      │     └──────────────────┘                     │
┌─────▼──────────────────────────────────────────────▼──────────┐
│  insights ──► awards ──► review ──► submissions ──► campaign  │   the campaign: arrows never turn back,
│  films ──► submissions · stories ──► campaign    history      │   and may reach past the next room
├───────────────────────────────────────────────────────────────┤
│  staff audit mail ──► queue limits media i18n art             │   support: knows no campaign noun
├───────────────────────────────────────────────────────────────┤
│  foundation            prisma/generated                       │
└───────────────────────────────────────────────────────────────┘
`

/** Who may import whom. A new arrow is a change of this table, and of the picture in the README. */
const arrows: Readonly<Record<string, readonly string[]>> = {
  app: ['components', 'lib/*'],
  components: ['lib/*'],
  server: ['server', 'lib/foundation', 'lib/i18n'],
  'server/staff-link.ts': ['lib/foundation', 'lib/staff'],
  'lib/worker': ['lib/*'],
  'lib/insights': ['lib/awards', 'lib/review', 'lib/submissions', 'lib/campaign', 'support'],
  'lib/films': ['lib/stories', 'lib/submissions', 'lib/campaign', 'support'],
  'lib/awards': ['lib/review', 'lib/submissions', 'lib/campaign', 'support'],
  'lib/review': ['lib/submissions', 'lib/campaign', 'support'],
  'lib/submissions': ['lib/campaign', 'support'],
  'lib/campaign': ['support'],
  'lib/stories': ['lib/campaign', 'support'],
  'lib/history': ['support'],
  'lib/staff': ['support'],
  'lib/audit': ['support'],
  'lib/mail': ['support'],
  'lib/queue': ['support'],
  'lib/limits': ['support'],
  'lib/media': ['support'],
  'lib/i18n': ['support'],
  'lib/art': [],
  'lib/foundation': [],
}
const support = ['staff', 'audit', 'mail', 'queue', 'limits', 'media', 'i18n', 'art', 'foundation'].map((room) => `lib/${room}`)
type File = Readonly<{ path: string; source: string; imports: readonly string[] }>

function listed(): string[] {
  return execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' })
    .split('\n')
    .filter((file) => file !== '' && existsSync(file))
}

const roots = ['app', 'components', 'lib', 'prisma', 'server', 'tests']

function resolve(from: string, target: string): string {
  if (target.startsWith('#')) return target.slice(1)
  return target.startsWith('.') ? path.join(path.dirname(from), target) : target
}

function read(file: string): File {
  const source = readFileSync(file, 'utf8')
  const found = source.matchAll(
    /(?:^|\n)\s*(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)|(?:^|\n)\s*import\s*['"]([^'"]+)['"]/g,
  )
  return { path: file, source, imports: [...found].map((match) => resolve(file, match[1] ?? match[2] ?? match[3] ?? '')) }
}

const files = listed()
  .filter((file) => roots.includes(file.split('/')[0] ?? '') && /\.(ts|tsx|mjs)$/.test(file))
  .map(read)
const of = (place: string) => files.filter((file) => file.path.startsWith(`${place}/`))
const roomOf = (file: string) => (file.startsWith('lib/') ? file.split('/').slice(0, 2).join('/') : (file.split('/')[0] ?? ''))
const isOurs = (target: string) => roots.includes(target.split('/')[0] ?? '') && target.includes('/')

/** Whether a file of lib reads or writes data: components may know shapes, rules and words, never these. */
function touchesData(target: string): boolean {
  const file = files.find(({ path: known }) => known === target)
  return (
    file !== undefined &&
    (file.source.includes("import 'server-only'") || file.imports.some((next) => /^lib\/foundation\/(db|env)\.ts$/.test(next)))
  )
}

/** The forbidden imports of some files, as "from → to". */
function forbidden(some: readonly File[]): string[] {
  return some.flatMap((file) => {
    const room = roomOf(file.path)
    const allowed = [room, ...(arrows[room] ?? []), ...(arrows[file.path] ?? [])].flatMap((place) =>
      place === 'support' ? support : [place],
    )
    return file.imports
      .filter((target) => isOurs(target) && !target.startsWith('prisma/generated'))
      .filter((target) => !allowed.some((place) => place === roomOf(target) || (place === 'lib/*' && target.startsWith('lib/'))))
      .map((target) => `${file.path} → ${target}`)
  })
}

test('imports point down, or along an arrow of the picture', () => {
  expect(forbidden([...of('app'), ...of('components'), ...of('lib'), ...of('server')])).toEqual([])
})

test('a forbidden import is seen', () => {
  const bad = (from: string, to: string): File => ({ path: from, source: '', imports: [to] })
  expect(forbidden([bad('lib/campaign/queries.ts', 'lib/submissions/queries.ts')])).toHaveLength(1)
  expect(forbidden([bad('lib/foundation/db.ts', 'lib/i18n/locales.ts')])).toHaveLength(1)
  expect(forbidden([bad('components/ui/field.tsx', 'app/_forms/action.ts')])).toHaveLength(1)
  expect(forbidden([bad('lib/stories/queries.ts', 'lib/submissions/queries.ts')])).toHaveLength(1)
  expect(read('lib/mail/outbox.ts').imports).toContain('lib/queue/enqueue.ts')
})

test('every room of lib stands in the table', () => {
  expect([...new Set(of('lib').map((file) => roomOf(file.path)))].filter((room) => !(room in arrows))).toEqual([])
})

test('lib knows neither Next nor React', () => {
  const found = of('lib').flatMap((file) =>
    file.imports.filter((target) => /^(next|react|react-dom)(\/|$)/.test(target)).map((target) => `${file.path} → ${target}`),
  )
  expect(found).toEqual([])
})

test('server actions live only in actions.ts files below app', () => {
  const found = files.filter(
    (file) => /^\s*['"]use server['"]/m.test(file.source) && !/^app\/.*\/?actions\.ts$/.test(file.path) && !file.path.startsWith('tests/'),
  )
  expect(found.map((file) => file.path)).toEqual([])
})

test('no client component binds an action while it renders', () => {
  // The server would render it again and again after a refusal: each try binds anew, and React waits for each new binding.
  const found = [...of('app'), ...of('components')].filter(
    (file) => /^\s*['"]use client['"]/.test(file.source) && file.source.includes('.bind(null'),
  )
  expect(found.map((file) => file.path)).toEqual([])
})

test('queries and commands are for the server only, and components never import them', () => {
  const guarded = of('lib').filter((file) => /\/(queries|commands|staff-queries)\.ts$|\/(commands|queries)\//.test(file.path))
  expect(guarded.filter((file) => !file.source.startsWith("import 'server-only'")).map((file) => file.path)).toEqual([])
  const seen = of('components').flatMap((file) => file.imports.filter(touchesData).map((target) => `${file.path} → ${target}`))
  expect(seen).toEqual([])
})

/** The shortest way from a file to another along imports that a browser bundle follows, as "a → b → c"; null when there is none. */
function wayTo(goal: string, from: File): string | null {
  const before = new Map<string, string | null>([[from.path, null]])
  for (const place of before.keys()) {
    if (place === goal) {
      const way: string[] = []
      for (let step: string | null = place; step !== null; step = before.get(step) ?? null) way.unshift(step)
      return way.join(' → ')
    }
    const file = files.find(({ path: known }) => known === place)
    if (!file || /^\s*['"]use server['"]/m.test(file.source)) continue
    const types = new Set(
      [...file.source.matchAll(/import type [^'"]*?from\s*['"]([^'"]+)['"]/g)].map((match) => resolve(place, match[1] ?? '')),
    )
    for (const next of file.imports) if (!types.has(next) && !before.has(next)) before.set(next, place)
  }
  return null
}

test('no client component leads to the settings of the server', () => {
  const clients = [...of('app'), ...of('components')].filter((file) => /^\s*['"]use client['"]/.test(file.source))
  expect(clients.flatMap((file) => wayTo('lib/foundation/env.ts', file) ?? [])).toEqual([])
  expect(clients.length).toBeGreaterThan(10)
})

test('the environment is read in one file', () => {
  const found = [...of('app'), ...of('components'), ...of('lib')].filter(
    (file) => file.source.includes('process.env') && file.path !== 'lib/foundation/env.ts',
  )
  expect(found.map((file) => file.path)).toEqual([])
})

test('nothing but the outbound module asks the outside', () => {
  const found = [...of('app'), ...of('components'), ...of('lib')].filter(
    (file) => /\bfetch\(|['"]node:https?['"]/.test(file.source) && !/^lib\/foundation\/outbound(\.ts$|\/)/.test(file.path),
  )
  expect(found.map((file) => file.path)).toEqual([])
})

test('no file is longer than its wall', () => {
  const wall = (file: string) => (/^(tests|prisma\/seed)\/|\/messages\//.test(file) ? 600 : 300)
  const long = listed()
    .filter(
      (file) => /\.(ts|tsx|mjs|js|css|prisma)$/.test(file) && /^(app|components|lib|prisma|server|public\/modules|tests)\//.test(file),
    )
    .map((file) => ({ file, lines: readFileSync(file, 'utf8').split('\n').length }))
    .filter(({ file, lines }) => lines > wall(file) + 1)
  expect(long).toEqual([])
})

test('no file is named for having no name', () => {
  const found = listed().filter((file) => /(^|\/)(utils?|helpers?|common|shared|misc|services?)(\.[a-z]+|\/|$)/.test(file))
  expect(found).toEqual([])
})

test('the picture is the one in the README, and names every room', () => {
  const rooms = [...new Set(of('lib').map((file) => roomOf(file.path).slice(4)))]

  expect(readFileSync('README.md', 'utf8')).toContain(picture)
  expect(rooms.filter((room) => !picture.includes(room))).toEqual([])
})
