'use server'

import { redirect } from 'next/navigation'
import { staffAction } from '#app/_auth/action.ts'
import type { RecuseState } from '#components/review/recuse-form.tsx'
import type { ReviewState } from '#components/review/review-form.tsx'
import { recuse } from '#lib/review/commands/recuse.ts'
import { completeReview, saveReview } from '#lib/review/commands/save-review.ts'
import type { Recusal } from '#lib/review/lifecycle.ts'
import { nextToRead } from '#lib/review/queries/reading.ts'
import { noErrors, type ReviewValues, readRecusal, readReview, reviewErrors, writtenOf } from '#lib/review/review-form.ts'
import { firstText } from '#lib/review/typed-text.ts'

type Aside = Readonly<{ assignmentId: string; why: Recusal }>

/** Saves what a reviewer thinks of one entry; where to go from there depends on the button. */
export const saveReading = staffAction<ReviewState, ReviewValues>({
  verb: 'review.score',
  parse: (form) => {
    const values = readReview(form)
    const errors = reviewErrors(values)
    return errors ? { ok: false, state: { values, errors, refused: null } } : { ok: true, input: values }
  },
  run: async (actor, values) => {
    const { intent, assignmentId } = values
    const counts = intent === 'complete' || intent === 'next'
    const next = intent === 'next' ? await nextToRead(actor, assignmentId) : null
    const written = writtenOf(values)
    const saved = counts ? await completeReview(actor, written) : await saveReview(actor, { ...written, quietly: intent === 'auto' })
    if (intent === 'next') redirect(next ? `/staff/review/${next}?after=1` : '/staff/review?done=all')
    const marks = `saved=${saved.savedAt.getTime()}${counts ? '&counts=1' : ''}${saved.replaced ? '&replaced=1' : ''}`
    redirect(`/staff/review/${assignmentId}?${marks}`)
  },
  refused: (refusal, form) => {
    const values = readReview(form)
    // Who is told of another copy goes on with the one that is shown now.
    const copyId = refusal.code === 'review.copy-changed' ? '' : values.copyId
    return { values: { ...values, copyId }, errors: noErrors, refused: refusal.code }
  },
})

/** Takes a reviewer off one entry, for a reason. */
export const stepAside = staffAction<RecuseState, Aside>({
  verb: 'review.score',
  parse: (form) => {
    const why = readRecusal(form)
    const assignmentId = firstText(form, 'assignment')
    return why ? { ok: true, input: { assignmentId, why } } : { ok: false, state: { problem: 'missing' } }
  },
  run: async (actor, input) => {
    await recuse(actor, input)
    redirect('/staff/review?done=aside')
  },
  refused: () => ({ problem: 'closed' }),
})
