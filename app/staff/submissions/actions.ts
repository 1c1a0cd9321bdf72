'use server'

import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { staffAction } from '#app/_auth/action.ts'
import { isSecure } from '#app/_auth/cookie.ts'
import type { BulkState } from '#components/staff/entry-bulk.tsx'
import type { KeysState } from '#components/staff/entry-keys.tsx'
import type { DropState, ViewState } from '#components/staff/entry-views.tsx'
import { now } from '#lib/foundation/clock.ts'
import { countGraphemes, normaliseText } from '#lib/foundation/text.ts'
import { screenMany } from '#lib/submissions/commands/screen-many.ts'
import { type BulkScreened, parseBulk, readBulk } from '#lib/submissions/staff/bulk.ts'
import { filtersOf, listAddress, readPlace } from '#lib/submissions/staff/filters.ts'
import { dropView, saveView } from '#lib/submissions/staff/saved-views.ts'
import { viewNameMost } from '#lib/submissions/staff/views.ts'
import { keysCookie } from './keys.ts'

type View = Readonly<{ name: string; query: string }>
type Dropped = Readonly<{ id: string; back: string }>
type Keys = Readonly<{ areOn: boolean; back: string }>

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const yearSeconds = 31_536_000

/** Screens every ticked entry, each on its own, and shows what became of each. */
export const screenTicked = staffAction<BulkState, BulkScreened>({
  verb: 'submission.screen',
  parse: (form) => {
    const values = readBulk(form)
    const read = parseBulk(values, now())
    return read.ok ? { ok: true, input: read.bulk } : { ok: false, state: { values, errors: read.errors } }
  },
  run: async (actor, bulk) => {
    const results = await screenMany(actor, bulk)
    redirect(`${backTo(bulk.back)}&screened=${results.map(({ reference }) => reference).join(',')}`)
  },
  refused: (_, form) => ({ values: readBulk(form), errors: {} }),
})

/** Gives the list as it is shown a name. */
export const keepView = staffAction<ViewState, View>({
  verb: 'submission.list',
  parse: (form) => {
    const name = normaliseText(textOf(form, 'name'))
      .replaceAll(/[\s\p{Cc}\p{Cs}]+/gu, ' ')
      .trim()
    const error = name === '' ? 'missing' : countGraphemes(name) > viewNameMost || name.length > viewNameMost ? 'too-long' : null
    return error ? { ok: false, state: { name, error } } : { ok: true, input: { name, query: textOf(form, 'query') } }
  },
  run: async (actor, view) => {
    await saveView(actor, view)
    redirect(backTo(view.query))
  },
  refused: (_, form) => ({ name: textOf(form, 'name'), error: 'too-many' }),
})

/** Forgets a named view. */
export const forgetView = staffAction<DropState, Dropped>({
  verb: 'submission.list',
  parse: (form) => {
    const id = textOf(form, 'id')
    return uuid.test(id) ? { ok: true, input: { id, back: textOf(form, 'back') } } : { ok: false, state: { done: false } }
  },
  run: async (actor, { id, back }) => {
    await dropView(actor, id)
    redirect(backTo(back))
  },
  refused: () => ({ done: false }),
})

/** Turns the keys of the list on or off in this browser. */
export const setKeys = staffAction<KeysState, Keys>({
  verb: 'submission.list',
  parse: (form) => ({ ok: true, input: { areOn: textOf(form, 'keys') === 'on', back: textOf(form, 'back') } }),
  run: async (_, { areOn, back }) => {
    const kept = { path: '/staff', maxAge: yearSeconds, httpOnly: true, sameSite: 'lax', secure: isSecure() } as const
    ;(await cookies()).set(keysCookie, areOn ? 'on' : 'off', kept)
    redirect(backTo(back))
  },
  refused: () => ({ done: false }),
})

/** The list somebody came from. Its address is made anew: nothing in a form leads elsewhere. */
function backTo(query: string): string {
  return listAddress(filtersOf(query), readPlace(Object.fromEntries(new URLSearchParams(query))))
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value.slice(0, 2000) : ''
}
