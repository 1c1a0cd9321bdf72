'use server'

import { staffAction } from '#app/_auth/action.ts'
import { newId } from '#lib/foundation/ids.ts'
import { Refusal } from '#lib/foundation/refusal.ts'
import { type ClaimFacts, type ClaimSource, plainOf } from '#lib/history/editing/content.ts'
import { type HistoryFormState, isRemoved, parseFacts, parseSource, readValues, untouched, type Values } from '#lib/history/editing/form.ts'
import { claimOnDesk } from '#lib/history/editing/queries.ts'
import { refusedForm } from '../../answers.ts'
import { type About, aboutChange, both, saveAndShow } from '../../saving.ts'

/** Saves badge, clearance, place, reviewer, dates and figures of an entry. */
export const saveFacts = staffAction<HistoryFormState, Readonly<{ about: About; value: ClaimFacts }>>({
  verb: 'history.edit',
  parse: (form) => {
    const values = readValues(form)
    const read = both(aboutChange(values), parseFacts(values))
    if (!read.ok) return { ok: false, state: { ...untouched, values, errors: read.errors } }
    const [about, value] = read.value
    return { ok: true, input: { about, value } }
  },
  run: (actor, { about, value }) => saveAndShow(actor, { ...about, part: { part: 'facts', value } }),
  refused: (refusal, form) => {
    const values = readValues(form)
    const read = parseFacts(values)
    return refusedForm(refusal, values, read.ok ? plainOf({ part: 'facts', value: read.value }) : null)
  },
})

type Sources = Readonly<{ about: About; values: Values; added: Omit<ClaimSource, 'id'> | null }>

/** Takes sources away from an entry, and adds one. */
export const saveSources = staffAction<HistoryFormState, Sources>({
  verb: 'history.edit',
  parse: (form) => {
    const values = readValues(form)
    const read = both(aboutChange(values), parseSource(values))
    if (!read.ok) return { ok: false, state: { ...untouched, values, errors: read.errors } }
    const [about, added] = read.value
    return { ok: true, input: { about, values, added } }
  },
  run: async (actor, { about, values, added }) => {
    const claim = await claimOnDesk(actor, about.claimId)
    if (!claim) throw new Refusal('history.unknown')
    const stay = claim.content.sources.filter((source) => !isRemoved(values, source))
    const value = added ? [...stay, { id: newId(), ...added }] : stay
    return saveAndShow(actor, { ...about, part: { part: 'sources', value } })
  },
  refused: (refusal, form) => refusedForm(refusal, readValues(form), null),
})

/** Takes an entry down, or brings it back. */
export const saveStanding = staffAction<HistoryFormState, Readonly<{ about: About; isDown: boolean }>>({
  verb: 'history.edit',
  parse: (form) => {
    const values = readValues(form)
    const about = aboutChange(values)
    if (!about.ok) return { ok: false, state: { ...untouched, values, errors: about.errors } }
    return { ok: true, input: { about: about.value, isDown: values.standing === 'down' } }
  },
  run: (actor, { about, isDown }) => {
    const takenDownWhy = isDown ? about.reason : null
    return saveAndShow(actor, { ...about, told: {}, part: { part: 'standing', value: { takenDownWhy } } }, isDown ? 'down' : 'back')
  },
  refused: (refusal, form) => refusedForm(refusal, readValues(form), null),
})
