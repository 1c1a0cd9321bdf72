import { countGraphemes, findForbidden, hasVisible, normaliseText, type TextKind } from '#lib/foundation/text.ts'
import { locales } from '#lib/i18n/locales.ts'
import type { ReportAnswer } from '../report.ts'
import { reportStates } from '../report.ts'
import { placements, publishing, tiers, verdicts } from '../schema.ts'
import { cleanUrl } from '../sources.ts'
import type { ClaimFacts, ClaimFigure, ClaimSource, ClaimWords, ToldReaders } from './content.ts'
import { typedDate } from './typed-date.ts'

/** Most characters of each text. */
export const limits = {
  title: 80,
  record: 600,
  saysPost: 600,
  note: 900,
  name: 80,
  label: 80,
  unit: 30,
  source: 200,
  reason: 500,
  answer: 2000,
} as const
const mostRead = 20_000
/** Empty rows for figures under those there are. */
export const spareFigures = 2
const mostFigures = 20

export type FieldError =
  | 'missing'
  | 'tooLong'
  | 'forbidden'
  | 'choice'
  | 'date'
  | 'dateOrder'
  | 'number'
  | 'url'
  | 'english'
  | 'nobody'
  | 'wordless'
export type Values = Readonly<Record<string, string>>
export type Errors = Readonly<Record<string, FieldError>>
/** What somebody else saved meanwhile, laid over what was typed. */
export type Conflict = Readonly<{
  number: number
  who: string
  stretches: readonly Readonly<{ kind: 'same' | 'first' | 'second'; text: string }>[]
}>

/** A form of the desk as it comes back. */
export type HistoryFormState = Readonly<{
  values: Values | null
  errors: Errors
  refused: 'gone' | 'changed' | null
  /** Rules that what was typed breaks, by name. */
  rules: readonly string[]
  conflict: Conflict | null
}>
export const untouched: HistoryFormState = { values: null, errors: {}, refused: null, rules: [], conflict: null }

export type Parsed<T> = { ok: true; value: T } | { ok: false; errors: Errors }

/** The text fields of a form as they are stored; of a field that comes twice, the first counts. */
export function readValues(form: FormData): Values {
  const values: Record<string, string> = {}
  for (const [name, value] of form)
    if (typeof value === 'string' && !name.startsWith('$') && !(name in values)) values[name] = normaliseText(value.slice(0, mostRead))
  return values
}

/** A number a form carries along; 0 for anything else. */
export function numberIn(values: Values, name: string): number {
  const typed = values[name] ?? ''
  return /^\d{1,9}$/.test(typed) ? Number(typed) : 0
}

function wrong(text: string, most: number, kind: TextKind): FieldError | null {
  if (findForbidden(text, kind)) return 'forbidden'
  return countGraphemes(text) > most ? 'tooLong' : null
}

function parsed<T>(errors: Errors, value: T): Parsed<T> {
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, value }
}

const orNull = (text: string | undefined): string | null => (text && hasVisible(text) ? text : null)

/** The words of a claim in one language; what is left empty is not there. */
export function parseWords(values: Values): Parsed<ClaimWords> {
  const errors: Record<string, FieldError> = {}
  for (const name of ['title', 'record', 'saysPost', 'note'] as const) {
    const error = wrong(values[name] ?? '', limits[name], name === 'title' ? 'line' : 'block')
    if (error) errors[name] = error
  }
  const { title, record, saysPost, note } = values
  return parsed(errors, { title: orNull(title), record: orNull(record), saysPost: orNull(saysPost), note: orNull(note) })
}

/** Badge, clearance, place, reviewer, dates and figures as they were typed. */
export function parseFacts(values: Values): Parsed<ClaimFacts> {
  const errors: Record<string, FieldError> = {}
  const verdict = verdicts.find((one) => one === values.verdict)
  const publish = publishing.find((one) => one === values.publish)
  const placement = placements.find((one) => one === values.placement)
  if (!verdict) errors.verdict = 'choice'
  if (!publish) errors.publish = 'choice'
  if (!placement) errors.placement = 'choice'
  const nameError = wrong(values.reviewedBy ?? '', limits.name, 'line')
  if (nameError) errors.reviewedBy = nameError
  const checkedOn = values.checkedOn ? typedDate({ precision: 'day', start: values.checkedOn, end: '' }) : null
  if (checkedOn === 'date' || checkedOn === 'dateOrder') errors.checkedOn = 'date'
  const dates = { claimed: dateIn(values, 'claimed', errors), corrected: dateIn(values, 'corrected', errors) }
  const figures = figuresIn(values, errors)
  if (!verdict || !publish || !placement) return { ok: false, errors }
  const checked = checkedOn === null || typeof checkedOn === 'string' ? null : checkedOn.start
  return parsed(errors, { verdict, publish, placement, reviewedBy: orNull(values.reviewedBy), checkedOn: checked, ...dates, figures })
}

function dateIn(values: Values, name: 'claimed' | 'corrected', errors: Record<string, FieldError>): ClaimFacts['claimed'] {
  const [precision, start, end] = ['Precision', 'Start', 'End'].map((part) => values[name + part] ?? '')
  const date = typedDate({ precision: precision ?? '', start: start ?? '', end: end ?? '' })
  if (date === null || typeof date !== 'string') return date
  errors[name + (date === 'dateOrder' ? 'End' : 'Start')] = date
  return null
}

function figuresIn(values: Values, errors: Record<string, FieldError>): ClaimFigure[] {
  const figures: ClaimFigure[] = []
  for (let row = 0; row < Math.min(numberIn(values, 'figures'), mostFigures); row += 1) {
    const [label = '', value = '', unit = ''] = ['label', 'value', 'unit'].map((name) => values[`${name}-${row}`])
    if (![label, value, unit].some(hasVisible)) continue
    const typed = value.replace(/[,\s]/g, '')
    if (!/^-?\d{1,15}(\.\d{1,4})?$/.test(typed)) errors[`value-${row}`] = 'number'
    for (const [name, text] of [
      ['label', label],
      ['unit', unit],
    ] as const) {
      const error = hasVisible(text) ? wrong(text, limits[name], 'line') : 'missing'
      if (error) errors[`${name}-${row}`] = error
    }
    figures.push({ label, value: plainNumber(typed), unit })
  }
  return figures
}

/** As the database writes it back: no zeros at either end. */
function plainNumber(typed: string): string {
  const whole = typed.replace(/^(-?)0+(?=\d)/, '$1')
  return whole.includes('.') ? whole.replace(/\.?0+$/, '') : whole
}

/** The source that is new, where something was typed; its address is cleaned of what follows the reader. */
export function parseSource(values: Values): Parsed<Omit<ClaimSource, 'id'> | null> {
  const names = ['newTitle', 'newPublisher', 'newUrl', 'newDate'] as const
  if (!names.some((name) => hasVisible(values[name] ?? ''))) return { ok: true, value: null }
  const errors: Record<string, FieldError> = {}
  for (const name of names) {
    const error = wrong(values[name] ?? '', name === 'newUrl' ? 1000 : limits.source, 'line')
    if (error) errors[name] = error
  }
  const [title, publisher] = [orNull(values.newTitle), orNull(values.newPublisher)]
  if (!title) errors.newTitle = 'missing'
  if (!publisher) errors.newPublisher = 'missing'
  const url = values.newUrl ? cleanUrl(values.newUrl) : null
  if (values.newUrl && url === null) errors.newUrl = 'url'
  const tier = tiers.find((one) => one === values.newTier)
  if (!tier) errors.newTier = 'choice'
  if (!title || !publisher || !tier) return { ok: false, errors }
  return parsed(errors, { title, publisher, url, dateText: orNull(values.newDate), tier, publicLink: values.newPublic === 'yes' })
}

/** Which sources are to be parted from a claim. */
export function isRemoved(values: Values, { id }: Pick<ClaimSource, 'id'>): boolean {
  return values[`remove-${id}`] === 'yes'
}

/** Why something was changed, and what readers are told of it: English first. */
export function parseReason(values: Values): Parsed<Readonly<{ reason: string; told: ToldReaders }>> {
  const errors: Record<string, FieldError> = {}
  const reason = orNull(values.reason)
  const reasonError = reason ? wrong(reason, limits.reason, 'block') : 'missing'
  if (reasonError) errors.reason = reasonError
  const told: Record<string, string> = {}
  for (const locale of locales) {
    const text = orNull(values[`told-${locale}`])
    if (!text) continue
    told[locale] = text
    const error = wrong(text, limits.reason, 'line')
    if (error) errors[`told-${locale}`] = error
  }
  if (Object.keys(told).length > 0 && !told.en) errors['told-en'] = 'english'
  return parsed(errors, { reason: reason ?? '', told })
}

/** What is done with a report, as it was typed. */
export function parseReport(values: Values): Parsed<ReportAnswer> {
  const errors: Record<string, FieldError> = {}
  const outcome = reportStates.find((one) => one === values.outcome)
  if (!outcome) errors.outcome = 'choice'
  for (const name of ['note', 'answer'] as const) {
    const error = wrong(values[name] ?? '', limits.answer, 'block')
    if (error) errors[name] = error
  }
  const answer = orNull(values.answer)
  if (outcome === 'answered' && !answer) errors.answer = 'wordless'
  if (!outcome) return { ok: false, errors }
  return parsed(errors, { reportId: values.report ?? '', version: numberIn(values, 'version'), outcome, note: orNull(values.note), answer })
}
