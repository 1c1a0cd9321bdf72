import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type StaffActor, staffRoles } from '#lib/staff/actor.ts'
import { may, mustBeAllowed, staffVerbs } from '#lib/staff/permissions.ts'

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

/** Before there is a session, there is nobody to ask about. */
const beforeSession = ['sign-in/actions.ts requestLink', 'sign-in/actions.ts followLink']

test('every action of the staff pages is made by staffAction, which asks who sends it', () => {
  const exported = files('app/staff', /actions\.ts$/).flatMap(({ file, source }) =>
    [...source.matchAll(/^export\s+(?:default\s+)?(?:async\s+)?(?:const|let|var|function\*?)\s+(\w+)([^\n]*)/gm)].map((match) => ({
      name: `${file} ${match[1]}`,
      guarded: /^\s*=\s*staffAction(?:<[^>]+>)?\(\{/.test(match[2] ?? ''),
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
