'use server'

import { redirect } from 'next/navigation'
import { staffAction } from '#app/_auth/action.ts'
import type { AnswerState } from '#components/review/flag-form.tsx'
import type { BudgetState, HandState, SpreadState } from '#components/review/giving-forms.tsx'
import { assignByHand } from '#lib/review/commands/assign.ts'
import { resolveFlag } from '#lib/review/commands/flags.ts'
import { spendRemaining } from '#lib/review/commands/spend-remaining.ts'
import { spreadNow } from '#lib/review/commands/spread.ts'
import { type HandValues, parseAnswer, parseHand, readBudget, readHand } from '#lib/review/overview-form.ts'
import { firstText } from '#lib/review/typed-text.ts'

type Answer = Readonly<{ flagId: string; resolution: string }>

/** Asks one person to read one entry. */
export const askByHand = staffAction<HandState, HandValues>({
  verb: 'review.assign',
  parse: (form) => {
    const values = readHand(form)
    const read = parseHand(values)
    return read.ok ? read : { ok: false, state: { values, errors: read.errors, refused: null } }
  },
  run: async (actor, input) => {
    await assignByHand(actor, input)
    redirect('/staff/review/overview?done=asked')
  },
  refused: (refusal, form) => ({ values: readHand(form), errors: {}, refused: refusal.code }),
})

/** Gives every entry that lacks readers as many as there are. */
export const giveOut = staffAction<SpreadState, null>({
  verb: 'review.assign',
  parse: () => ({ ok: true, input: null }),
  run: async (actor) => {
    const count = await spreadNow(actor)
    redirect(`/staff/review/overview?done=spread&count=${count}`)
  },
  refused: () => null,
})

/** Spends what remains of the budget on contenders and disagreements. */
export const spend = staffAction<BudgetState, number>({
  verb: 'review.assign',
  parse: (form) => {
    const budget = firstText(form, 'budget')
    const input = readBudget(budget)
    return input === null ? { ok: false, state: { budget, wrong: true } } : { ok: true, input }
  },
  run: async (actor, budgetPerEntry) => {
    const { asked, missed } = await spendRemaining(actor, { budgetPerEntry })
    redirect(`/staff/review/overview?done=spent&count=${asked}&missed=${missed}&budget=${budgetPerEntry}`)
  },
  refused: (_, form) => ({ budget: firstText(form, 'budget'), wrong: false }),
})

/** Closes a worry about safety. */
export const answerFlag = staffAction<AnswerState, Answer>({
  verb: 'flag.resolve',
  parse: (form) => {
    const { flagId, answer, error } = parseAnswer(form)
    return error ? { ok: false, state: { answer, error, closed: false } } : { ok: true, input: { flagId, resolution: answer } }
  },
  run: async (actor, input) => {
    await resolveFlag(actor, input)
    redirect('/staff/review/overview?done=closed')
  },
  refused: (_, form) => ({ answer: parseAnswer(form).answer, error: null, closed: true }),
})
