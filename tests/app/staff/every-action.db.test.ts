import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { db } from '#lib/foundation/db.ts'
import { type StaffRole, staffRoles } from '#lib/staff/actor.ts'
import { may, type StaffVerb, staffVerbs } from '#lib/staff/permissions.ts'
import { startSession } from '#lib/staff/sessions.ts'
import { invited } from '#tests/factories/staff.ts'
import { asFormPost } from '#tests/support/request.ts'

type Action = (state: unknown, form: FormData) => Promise<unknown>

/** Asked of who is not yet anybody: they have tests of their own. */
const before = ['requestLink', 'followLink', 'secondFactor']

/** Every server action of the back office on disk, with the verb its source names. */
const actions = await Promise.all(
  readdirSync('app/staff', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('actions.ts'))
    .map(async (file) => {
      const source = readFileSync(`app/staff/${file}`, 'utf8')
      const module = (await import(/* @vite-ignore */ `../../../app/staff/${file}`)) as Record<string, Action>
      return [...source.matchAll(/^export const (\w+) = staffAction[^\n]*\n\s*verb: '([a-z.-]+)'/gm)].map(([, name = '', verb = '']) => ({
        name: `${file} ${name}`,
        verb: verb as StaffVerb,
        act: module[name] as Action,
        exported: Object.keys(module),
      }))
    }),
).then((found) => found.flat())

async function cookies(role: StaffRole, { removed = false } = {}): Promise<Record<string, string>> {
  const person = await invited(role)
  const token = (await startSession(person.id))?.token ?? ''
  if (removed) await db.staffUser.update({ where: { id: person.id }, data: { removedAt: new Date() } })
  return { 'hob-session': token }
}

/** How many rows there are of everything that an action could leave behind. */
async function traces(): Promise<unknown> {
  const [row] = await db.$queryRaw<unknown[]>`
    select (select count(*)::int from audit_event) as audit, (select count(*)::int from mail) as mail,
      (select count(*)::int from staff_user) as people, (select count(*)::int from campaign_change) as changes,
      (select count(*)::int from staff_session) as sessions`
  return row
}

test('every action is found, and names a verb of the table', () => {
  expect(actions.length).toBeGreaterThan(10)
  expect(actions.filter(({ verb, act }) => !staffVerbs.includes(verb) || typeof act !== 'function')).toEqual([])
  const named = actions.map(({ name }) => name.split(' ')[1])
  expect(actions.flatMap(({ exported }) => exported).filter((name) => !named.includes(name) && !before.includes(name))).toEqual([])
})

test('nobody, a forged session and a removed person are sent to sign in by every action, and nothing changes', async () => {
  await invited('admin')
  const nobodies = [{}, { 'hob-session': 'a'.repeat(43) }, await cookies('admin', { removed: true })]
  const untouched = await traces()

  for (const { name, act } of actions)
    for (const nobody of nobodies) {
      const answer = await asFormPost(nobody, () => act({}, new FormData()))
      expect([name, answer.redirect]).toEqual([name, '/staff/sign-in'])
    }

  expect(await traces()).toEqual(untouched)
})

test('whoever lacks the permission gets their form back unread from every action, and nothing changes', async () => {
  const sessions = Object.fromEntries(await Promise.all(staffRoles.map(async (role) => [role, await cookies(role)] as const)))
  const untouched = await traces()
  let refused = 0

  for (const { name, verb, act } of actions)
    for (const role of staffRoles) {
      const actor = { kind: 'staff', id: '', role, email: '', name: null, independent: false } as const
      if (may(actor, verb)) continue
      const state = { unread: true }
      const { value, redirect } = await asFormPost(sessions[role] ?? {}, () => act(state, new FormData()))
      expect([name, role, redirect, value === state]).toEqual([name, role, null, true])
      refused += 1
    }

  expect(refused).toBeGreaterThan(actions.length)
  expect(await traces()).toEqual(untouched)
})
