'use server'

import { redirect } from 'next/navigation'
import { staffAction } from '#app/_auth/action.ts'
import { answerReport } from '#lib/history/commands/answer-report.ts'
import { type HistoryFormState, parseReport, readValues, untouched } from '#lib/history/editing/form.ts'
import type { ReportAnswer } from '#lib/history/report.ts'
import { refusedForm } from '../../answers.ts'

const done = { open: 'noted', answered: 'answered', closed: 'closed' } as const

/** Notes something about a report, answers it or closes it. */
export const dealWithReport = staffAction<HistoryFormState, ReportAnswer>({
  verb: 'history.edit',
  parse: (form) => {
    const values = readValues(form)
    const read = parseReport(values)
    return read.ok ? { ok: true, input: read.value } : { ok: false, state: { ...untouched, values, errors: read.errors } }
  },
  run: async (actor, input) => {
    await answerReport(actor, input)
    redirect(`/staff/history/reports/${input.reportId}?done=${done[input.outcome]}`)
  },
  refused: (refusal, form) => refusedForm(refusal, readValues(form), null),
})
