'use server'

import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { sessionCookie, sessionCookieOptions } from '#app/_auth/cookie.ts'
import { currentSession } from '#app/_auth/session.ts'
import type { FactorFormState, FactorProblem } from '#components/staff/second-factor-desk.tsx'
import { clockOffset } from '#lib/foundation/clock.ts'
import { Refusal } from '#lib/foundation/refusal.ts'
import { beginFactor, confirmFactor, dropFactor, type FactorHolder, renewCodes, showFactor } from '#lib/staff/second-factor.ts'
import type { ReadSession } from '#lib/staff/sessions.ts'

const still: FactorFormState = { problem: null, minutes: 1, codes: [] }

const problems: Readonly<Record<string, FactorProblem>> = { 'factor.wrong': 'wrong', 'factor.too-many': 'tooMany' }

/**
 * Shows, sets up or manages the second factor of whoever is signing in or signed in. Not one of staffAction's: it is asked before there is
 * a member of staff, and concerns nobody but who asks.
 */
export async function secondFactor(_: FactorFormState, form: FormData): Promise<FactorFormState> {
  const session = await currentSession()
  if (!session) redirect('/staff/sign-in')
  const [deed, code] = [String(form.get('deed') ?? ''), String(form.get('code') ?? '').slice(0, 60)]
  if (deed !== 'begin' && code.trim() === '') return { ...still, problem: 'missing' }
  const holder = { sessionId: session.id, userId: session.actor.id, email: session.actor.email }
  const answer = await answerTo(session, { deed, holder, code }).catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error
    return { ...still, problem: problems[error.code] ?? 'moved', minutes: Number(error.values.minutes ?? 1) } as const
  })
  if (typeof answer === 'string') redirect(answer)
  return answer
}

type Asked = Readonly<{ deed: string; holder: FactorHolder; code: string }>

/** A session that waits for a code can only show one: nothing can be set up in its place. */
async function answerTo({ waitsFor }: ReadSession, asked: Asked): Promise<FactorFormState | '/staff' | `/staff/second-factor${string}`> {
  const { deed, holder, code } = asked
  if (waitsFor === 'code') return deed === 'show' ? show(asked) : { ...still, problem: 'moved' }
  if (deed === 'begin') {
    await beginFactor(holder)
    return '/staff/second-factor'
  }
  if (deed === 'confirm') return { ...still, codes: await confirmFactor(holder, code) }
  if (deed === 'renew') return { ...still, codes: await renewCodes(holder, code) }
  if (deed !== 'drop') return '/staff'
  await dropFactor(holder, code)
  return '/staff/second-factor?done=dropped'
}

async function show({ holder, code }: Asked): Promise<'/staff'> {
  const { token, expiresAt } = await showFactor(holder, code)
  const expires = new Date(expiresAt.getTime() - clockOffset())
  const jar = await cookies()
  jar.set(sessionCookie(), token, { ...sessionCookieOptions(), expires })
  return '/staff'
}
