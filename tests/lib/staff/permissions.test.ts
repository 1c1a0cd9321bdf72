import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { type StaffActor, staffRoles } from '#lib/staff/actor.ts'
import { may, mustBeAllowed, staffRoutes, staffVerbs } from '#lib/staff/permissions.ts'

function actor(role: StaffActor['role']): StaffActor {
  return { kind: 'staff', id: '00000000-0000-7000-8000-000000000000', role, email: 'sample@example.org', name: null, independent: false }
}

test('each role may do exactly this', () => {
  const allowed = Object.fromEntries(staffRoles.map((role) => [role, staffVerbs.filter((verb) => may(actor(role), verb))]))

  expect(allowed).toEqual({
    reviewer: [
      ...[
        'today.see',
        'submission.list',
        'submission.read',
        'submission.screen',
        'appeal.decide',
        'redaction.prepare',
        'redaction.approve',
      ],
      ...['review.read', 'review.score', 'session.see-own', 'export.safe', 'insights.see'],
    ],
    editor: [
      ...['today.see', 'film.see', 'film.edit', 'film.publish', 'story.edit', 'story.schedule', 'history.edit', 'session.see-own'],
      'insights.see',
    ],
    admin: staffVerbs,
  })
})

test('nobody may do anything', () => {
  expect(staffVerbs.filter((verb) => may(null, verb))).toEqual([])
})

test('what is not allowed is refused, what is allowed passes', () => {
  expect(() => mustBeAllowed(actor('editor'), 'submission.screen')).toThrow('staff.forbidden')
  expect(() => mustBeAllowed(actor('reviewer'), 'submission.screen')).not.toThrow()
})

const files = (folder: string, name: RegExp) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => name.test(file))
    .map((file) => ({ file, source: readFileSync(`${folder}/${file}`, 'utf8') }))

/** Before there is a session, there is nobody to ask about. The second factor is shown by who is not yet anybody. */
const beforeSession = ['sign-in/actions.ts requestLink', 'sign-in/actions.ts followLink', 'second-factor/actions.ts secondFactor']

test('every action of the staff pages is made by staffAction, which asks who sends it', () => {
  const exported = files('app/staff', /actions\.ts$/).flatMap(({ file, source }) =>
    [...source.matchAll(/^export\s+(?:default\s+)?(?:async\s+)?(?:const|let|var|function\*?)\s+(\w+)([^\n]*)/gm)].map((match) => ({
      name: `${file} ${match[1]}`,
      guarded: /^\s*=\s*staffAction(?:<.+>)?\(\{/.test(match[2] ?? ''),
    })),
  )

  expect(exported.length).toBeGreaterThan(beforeSession.length)
  expect(
    exported
      .filter(({ guarded }) => !guarded)
      .map(({ name }) => name)
      .sort(),
  ).toEqual([...beforeSession].sort())
})

test('no action of the staff pages is exported in a way this test cannot see', () => {
  const hidden = files('app/staff', /actions\.ts$/).filter(({ source }) => /^export\s*(?:\{|\*|default\b)/m.test(source))

  expect(hidden.map(({ file }) => file)).toEqual([])
})

test('the only other forms of the staff pages sign out and choose a language', () => {
  const posting = files('app/staff', /route\.ts$/).filter(({ source }) =>
    /export\s+(?:async\s+)?(?:const|function)\s+(?:POST|PUT|PATCH|DELETE)/.test(source),
  )

  expect(posting.map(({ file }) => file).sort()).toEqual(['language/route.ts', 'sign-out/route.ts'])
})

test('every command and query that takes a member of staff asks the table', () => {
  const asking = files('lib', /\.ts$/).flatMap(({ file, source }) =>
    [...source.matchAll(/^export async function (\w+)\(actor: StaffActor[^\n]*\n(?:[^\n]*\n)?/gm)].map((match) => ({
      name: `${file} ${match[1]}`,
      asks: /mustBeAllowed\(actor,/.test(source.slice(match.index, match.index + 400)),
    })),
  )

  expect(asking.map(({ name }) => name)).toContain('submissions/commands/screen.ts screenSubmission')
  expect(asking.filter(({ asks }) => !asks)).toEqual([])
})

/** Every page and route on disk, with its address and its source: that of the files beside it as well, actions left out, as they ask for themselves. */
const doors = ['/staff', '/(preview)/staff', '/api/exports'].flatMap((folder) => {
  const all = files(`app${folder}`, /\.tsx?$/)
  return all
    .filter(({ file }) => /(?:^|\/)(?:page\.tsx|route\.ts)$/.test(file))
    .map(({ file }) => {
      const place = path.dirname(file)
      const beside = all.filter((other) => path.dirname(other.file) === place && !other.file.endsWith('actions.ts'))
      return { address: path.join(folder.replace('/(preview)', ''), place), source: beside.map(({ source }) => source).join('\n') }
    })
})
const tableOfRoutes: Readonly<Record<string, string>> = staffRoutes

test('every page and route of the back office stands in the table, and nothing else does', () => {
  expect(Object.keys(staffRoutes).sort()).toEqual(doors.map(({ address }) => address).sort())
})

test('every page and route asks who is there, and for what the table says', () => {
  const everybody = staffVerbs.filter((verb) => staffRoles.every((role) => may(actor(role), verb)))
  const silent = doors.filter(({ address, source }) => {
    const door = tableOfRoutes[address] ?? 'missing'
    if (door === 'anybody') return false
    if (!/requireStaff\(\)|currentStaff\(\)/.test(source)) return true
    return door !== 'any-staff' && !everybody.some((verb) => verb === door) && !source.includes(`'${door}'`)
  })

  expect(silent.map(({ address }) => address)).toEqual([])
})

test('what an admin may do of what cannot be undone waits for a second factor, where it is withheld', () => {
  const without = { ...actor('admin'), withoutSecondFactor: 'withheld' } as const

  expect(staffVerbs.filter((verb) => !may(without, verb))).toEqual([
    'submission.disqualify',
    'results.release',
    'award.confirm',
    'payout.see',
    'people.manage',
    'campaign.set',
  ])
  expect(() => mustBeAllowed(without, 'people.manage')).toThrow('staff.forbidden')
})
