import { type IneligibilityRule, ineligibilityRule } from '#lib/campaign/ineligibility.ts'
import { countGraphemes, findForbidden, hasVisible, normaliseText } from '#lib/foundation/text.ts'
import type { Status } from '../lifecycle.ts'

/** What staff look at before they decide. */
export const screeningChecks = ['linkOpens', 'hashtag', 'insideWindow', 'noSafetyWorry'] as const
export type ScreeningCheck = (typeof screeningChecks)[number]

/** What a look at an entry can come to, and the status it leads to. */
export const screeningOutcomes = ['eligible', 'ineligible', 'question'] as const
export type ScreeningOutcome = (typeof screeningOutcomes)[number]
export const statusAfter = { eligible: 'eligible', ineligible: 'ineligible', question: 'needs_info' } as const satisfies Record<
  ScreeningOutcome,
  Status
>

/** In characters as people see them. */
export const noteMax = 2000
export const questionMax = 1000
/** Days a storyteller has for an answer: unless staff say otherwise, and at most. */
export const answerDays = { usual: 7, most: 60 } as const

export type ScreeningErrorCode =
  | 'outcome.missing'
  | 'checks.incomplete'
  | 'rule.missing'
  | 'question.missing'
  | 'question.too-long'
  | 'note.too-long'
  | 'deadline.missing'
  | 'deadline.too-soon'
  | 'deadline.too-late'
  | 'text.forbidden'
export type ScreeningField = 'outcome' | 'checks' | 'rule' | 'question' | 'note' | 'deadlineOn'
export type ScreeningError = Readonly<{ code: ScreeningErrorCode; values?: Readonly<Record<string, string | number>> }>
export type ScreeningErrors = Partial<Record<ScreeningField, ScreeningError>>

/** A form as it was filled in. */
export type ScreeningValues = Readonly<Record<Exclude<ScreeningField, 'checks'> | 'version', string> & { checks: readonly string[] }>

type Decision =
  | Readonly<{ outcome: 'eligible' }>
  | Readonly<{ outcome: 'ineligible'; rule: IneligibilityRule }>
  | Readonly<{ outcome: 'question'; question: string; deadlineAt: Date }>
export type Screened = Decision & Readonly<{ version: number; note: string | null; checklist: Readonly<Record<ScreeningCheck, boolean>> }>

/** The fields of the screening form and nothing else; of a field that comes twice, the first counts. */
export function readScreening(form: FormData): ScreeningValues {
  const first = (name: string) => form.getAll(name).find((value) => typeof value === 'string') ?? ''
  const checks = form.getAll('checks').filter((value) => typeof value === 'string')
  return {
    version: first('version'),
    outcome: first('outcome'),
    rule: first('rule'),
    note: normaliseText(first('note')),
    question: normaliseText(first('question')),
    deadlineOn: first('deadlineOn').trim(),
    checks: screeningChecks.filter((check) => checks.includes(check)),
  }
}

/** The decision of a filled-in form, or the first thing wrong with each field. A deadline is the last moment of its day, in UTC. */
export function parseScreening(
  values: ScreeningValues,
  now: Date,
): { ok: true; screened: Screened } | { ok: false; errors: ScreeningErrors } {
  const errors: ScreeningErrors = {}
  const note = refuseText(values.note, noteMax, 'note.too-long')
  if (note) errors.note = note
  const decision = decisionOf(values, now, errors)
  if (!decision || Object.keys(errors).length > 0) return { ok: false, errors }
  const checklist = Object.fromEntries(screeningChecks.map((check) => [check, values.checks.includes(check)])) as Screened['checklist']
  return {
    ok: true,
    screened: { ...decision, version: Number(values.version), note: hasVisible(values.note) ? values.note : null, checklist },
  }
}

function decisionOf(values: ScreeningValues, now: Date, errors: ScreeningErrors): Decision | null {
  const outcome = screeningOutcomes.find((known) => known === values.outcome)
  if (outcome === 'eligible') {
    if (values.checks.length < screeningChecks.length) errors.checks = { code: 'checks.incomplete' }
    return { outcome }
  }
  if (outcome === 'ineligible') {
    const rule = ineligibilityRule(values.rule)
    if (!rule) errors.rule = { code: 'rule.missing' }
    return rule && { outcome, rule }
  }
  if (outcome === 'question') return questionOf(values, now, errors)
  errors.outcome = { code: 'outcome.missing' }
  return null
}

function questionOf(values: ScreeningValues, now: Date, errors: ScreeningErrors): Decision {
  const question = values.question
  const wrong = hasVisible(question) ? refuseText(question, questionMax, 'question.too-long') : ({ code: 'question.missing' } as const)
  if (wrong) errors.question = wrong
  const deadlineAt = endOfDay(values.deadlineOn)
  const late = deadlineAt && refuseDeadline(deadlineAt, now)
  if (!deadlineAt) errors.deadlineOn = { code: 'deadline.missing' }
  else if (late) errors.deadlineOn = late
  return { outcome: 'question', question, deadlineAt: deadlineAt ?? now }
}

function refuseText(text: string, max: number, tooLong: ScreeningErrorCode): ScreeningError | null {
  const found = findForbidden(text, 'block')
  if (found) return { code: 'text.forbidden', values: { codePoint: `U+${found.codePoint.toString(16).toUpperCase().padStart(4, '0')}` } }
  const count = countGraphemes(text)
  return count > max || text.length > max * 10 ? { code: tooLong, values: { max, count } } : null
}

function refuseDeadline(deadlineAt: Date, now: Date): ScreeningError | null {
  const days = (deadlineAt.getTime() - now.getTime()) / dayMs
  if (days < 1) return { code: 'deadline.too-soon' }
  return days > answerDays.most + 1 ? { code: 'deadline.too-late', values: { days: answerDays.most } } : null
}

const dayMs = 86_400_000

/** The usual deadline of a question asked now, as a date field shows it. */
export function usualDeadline(now: Date): string {
  return new Date(now.getTime() + answerDays.usual * dayMs).toISOString().slice(0, 10)
}

function endOfDay(date: string): Date | null {
  const end = /^\d{4}-\d{2}-\d{2}$/.test(date) ? new Date(`${date}T23:59:59.999Z`) : null
  return end && !Number.isNaN(end.getTime()) && end.toISOString().startsWith(date) ? end : null
}
