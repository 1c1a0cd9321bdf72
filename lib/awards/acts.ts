import { findForbidden, hasVisible, normaliseText } from '#lib/foundation/text.ts'
import type { AwardState } from './states.ts'

/** What staff can do with one award, as its buttons say it. */
export const acts = ['take-up', 'confirm', 'cancel', 'open', 'hand-off', 'clear', 'block', 'give-up', 'pay'] as const
export type Act = (typeof acts)[number]

type About = Readonly<{ state: AwardState; isTakenUp: boolean; isOwn: boolean; isSelected: boolean; canOpen: boolean }>

/** What this person can do now, the usual first; a proposal for an entry that left is ended by the clock. Commands decide again. */
export function actsFor({ state, isTakenUp, isOwn, isSelected, canOpen }: About): readonly Act[] {
  if (state === 'proposed' && isSelected) return [...(isOwn ? [] : [isTakenUp ? ('confirm' as const) : ('take-up' as const)]), 'cancel']
  if (state === 'blocked') return [...(isSelected ? (['hand-off'] as const) : []), 'give-up']
  if (!isSelected) return []
  if (state === 'confirmed') return canOpen ? ['open'] : []
  if (state === 'claimed') return ['hand-off']
  if (state === 'handed_off') return ['clear', 'block']
  return state === 'cleared' ? ['pay'] : []
}

/** The act of this name, or null. */
export function actOf(name: string): Act | null {
  return acts.find((act) => act === name) ?? null
}

/** A payment reference in one line of 4 to 200 characters, or null. */
export function readPaymentReference(typed: string): string | null {
  const text = normaliseText(typed)
  return text.length >= 4 && text.length <= 200 && hasVisible(text) && !findForbidden(text, 'line') ? text : null
}
