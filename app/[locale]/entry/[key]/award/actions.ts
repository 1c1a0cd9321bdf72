'use server'

import { formAction } from '#app/_forms/action.ts'
import { textOf } from '#app/_forms/state.ts'
import { claimAward, declineAward, mailClaimCode } from '#lib/awards/commands/claim.ts'
import { type ClaimValues, claimFields, parseClaim, readClaim, readCode } from '#lib/awards/payout.ts'
import { limits } from '#lib/limits/allow.ts'
import { entryPath, ownKey } from '../own-key.ts'

/** Mails a code, and leads to where it is entered. */
export const sendCode = formAction({
  name: 'award.code',
  limit: limits.entryChange,
  read: (form) => ({ next: form.get('next') === 'decline' ? 'decline' : 'claim' }),
  parse: (values) => ({ ok: true, answers: textOf(values, 'next') }) as const,
  run: async (next) => {
    const key = await ownKey()
    await mailClaimCode(key)
    return entryPath(key, `/award/${next}`)
  },
})

/** Says where the award goes, for the first time or anew. */
export const claim = formAction({
  name: 'award.claim',
  limit: limits.entryChange,
  read: readClaim,
  parse: (values) => {
    const given = Object.fromEntries([...claimFields, 'secretIn'].map((name) => [name, textOf(values, name)])) as ClaimValues
    const parsed = parseClaim(given)
    return parsed.ok ? { ok: true, answers: parsed.claim } : { ok: false, errors: parsed.errors }
  },
  run: async (given) => {
    const key = await ownKey()
    return entryPath(key, `/award?done=${await claimAward(key, given)}`)
  },
})

/** Gives the award up. */
export const decline = formAction({
  name: 'award.decline',
  limit: limits.entryChange,
  read: (form) => ({ code: String(form.get('code') ?? '').slice(0, 40) }),
  parse: (values) => {
    const code = readCode(textOf(values, 'code'))
    return code ? { ok: true, answers: code } : { ok: false, errors: { code: { code: 'claim.code-missing' } } }
  },
  run: async (code) => {
    const key = await ownKey()
    await declineAward(key, code)
    return entryPath(key, '/award?done=declined')
  },
})
