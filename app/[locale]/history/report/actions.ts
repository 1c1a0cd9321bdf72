'use server'

import { formAction } from '#app/_forms/action.ts'
import { reportError } from '#lib/history/commands/report.ts'
import { limits } from '#lib/limits/allow.ts'
import { parseReport, type ReportAnswers, readReport } from './reading.ts'

export const sendReport = formAction<ReportAnswers>({
  name: 'history.report',
  limit: limits.historyReport,
  read: readReport,
  parse: parseReport,
  run: async (answers, { locale }) => {
    await reportError({ ...answers, locale })
    return answers.entryId ? `/history/report?sent=1&entry=${answers.entryId}` : '/history/report?sent=1'
  },
})
