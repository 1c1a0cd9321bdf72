import { countGraphemes, findForbidden, hasVisible, normaliseText } from '#lib/foundation/text.ts'
import { countryCodes } from '../countries.ts'
import { type RegionMode, regionModes } from '../schema.ts'
import { type Stoppable, stoppables } from '../stoppables.ts'
import { instantOf, isTimeZone } from '../zoned.ts'

/** Ways to share the pool that an admin can choose; the awards know what each means. */
export const poolTemplates = ['equal', 'tiers', 'series'] as const

/** Most days of a period, and most characters of a reason and of a text. */
export const daysMax = 365
export const reasonMax = 500
export const wordsMax = 2000

export type DeskErrorCode =
  | 'opensMissing'
  | 'timeInvalid'
  | 'opensPassed'
  | 'opensAfterClosing'
  | 'resultsBeforeClosing'
  | 'resultsWithoutClosing'
  | 'zoneUnknown'
  | 'days'
  | 'templateUnknown'
  | 'tooLong'
  | 'forbidden'
  | 'reasonMissing'
  | 'closingPast'
  | 'closingBeforeOpening'
  | 'closingAfterResults'
  | 'closingSame'
  | 'countryMissing'
  | 'modeMissing'
  | 'whatMissing'
  | 'headingMissing'
  | 'sectionEmpty'
  | 'notChecked'

/** What was typed, by field; and what is wrong, by field. */
export type DeskValues = Readonly<Record<string, string>>
export type DeskErrors = Readonly<Record<string, DeskErrorCode>>
export type Parsed<T> = { ok: true; value: T } | { ok: false; errors: DeskErrors }

/** Why something was refused that no single field is to blame for. */
export type DeskRefusal = 'changed' | 'same' | 'proposalOpen' | 'own' | 'decided' | 'released' | 'nothingNew'
export type DeskState = Readonly<{ values: DeskValues | null; errors: DeskErrors; refused: DeskRefusal | null }>

/** These fields of a form and nothing else, as they are stored; of a field that comes twice, the first counts. */
export function readFields(form: FormData, names: readonly string[]): DeskValues {
  return Object.fromEntries(
    names.map((name) => {
      const first = form.getAll(name).find((value) => typeof value === 'string') ?? ''
      return [name, normaliseText(first.slice(0, 60_000))]
    }),
  )
}

export type Settings = Readonly<{
  opensAt: Date
  resultsAt: Date | null
  timeZone: string
  claimDays: number | null
  payWithinDays: number | null
  poolTemplate: string | null
  contact: string | null
  controller: string | null
}>
export const settingFields = [
  ...['timeZone', 'opensAt', 'resultsAt', 'claimDays', 'payWithinDays', 'poolTemplate', 'contact', 'controller'],
  ...['reason', 'version'],
] as const

export type Because = Readonly<{ reason: string; version: number }>

/** Settings as they were typed, or the first thing wrong with each field. Times are those of the typed time zone. */
export function parseSettings(values: DeskValues): Parsed<Settings & Because> {
  const errors: Record<string, DeskErrorCode> = {}
  const timeZone = values.timeZone ?? ''
  if (!isTimeZone(timeZone)) return { ok: false, errors: { timeZone: 'zoneUnknown' } }
  const opensAt = timeOf(values.opensAt, timeZone)
  if (!opensAt) errors.opensAt = values.opensAt ? 'timeInvalid' : 'opensMissing'
  const resultsAt = timeOf(values.resultsAt, timeZone)
  if (values.resultsAt && !resultsAt) errors.resultsAt = 'timeInvalid'
  const [claimDays, payWithinDays] = [daysOf(values.claimDays), daysOf(values.payWithinDays)]
  if (claimDays === undefined) errors.claimDays = 'days'
  if (payWithinDays === undefined) errors.payWithinDays = 'days'
  const poolTemplate = values.poolTemplate || null
  if (poolTemplate && !poolTemplates.some((known) => known === poolTemplate)) errors.poolTemplate = 'templateUnknown'
  Object.assign(errors, wrongText(values, 'contact', 400), wrongText(values, 'controller', wordsMax), wrongReason(values))
  if (!opensAt || claimDays === undefined || payWithinDays === undefined || Object.keys(errors).length > 0) return { ok: false, errors }
  const texts = { contact: values.contact || null, controller: values.controller || null }
  return { ok: true, value: { opensAt, resultsAt, timeZone, claimDays, payWithinDays, poolTemplate, ...texts, ...because(values) } }
}

export const closingFields = ['closesAt', 'zone', 'reason', 'version'] as const

/** A closing date as it was typed, in the campaign's zone; empty stands for none. */
export function parseClosing(values: DeskValues, timeZone: string): Parsed<Readonly<{ to: Date | null }> & Because> {
  const to = timeOf(values.closesAt, timeZone)
  const errors: Record<string, DeskErrorCode> = { ...wrongReason(values) }
  if (values.closesAt && !to) errors.closesAt = 'timeInvalid'
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, value: { to, ...because(values) } }
}

export const regionFields = ['country', 'mode', 'reason', 'version'] as const
export type RegionChoice = Readonly<{ country: string | null; mode: RegionMode | 'default' }>

/** What holds for one country, or for all that are not named. `default` takes a country's own rule away. */
export function parseRegion(values: DeskValues): Parsed<RegionChoice & Because> {
  const errors: Record<string, DeskErrorCode> = { ...wrongReason(values) }
  const everywhere = values.country === 'all'
  const known: readonly string[] = countryCodes
  if (!everywhere && !known.includes(values.country ?? '')) errors.country = 'countryMissing'
  const mode = regionModes.find((one) => one === values.mode) ?? (values.mode === 'default' && !everywhere ? 'default' : null)
  if (!mode) errors.mode = 'modeMissing'
  if (!mode || Object.keys(errors).length > 0) return { ok: false, errors }
  return { ok: true, value: { country: everywhere ? null : (values.country ?? null), mode, ...because(values) } }
}

export const stopFields = ['what', 'turn', 'reason'] as const

/** What is stopped, or goes on. */
export function parseStop(values: DeskValues): Parsed<Readonly<{ what: Stoppable; stop: boolean; reason: string }>> {
  const errors: Record<string, DeskErrorCode> = { ...wrongReason(values) }
  const what = stoppables.find((known) => known === values.what)
  if (!what) errors.what = 'whatMissing'
  if (!what || Object.keys(errors).length > 0) return { ok: false, errors }
  return { ok: true, value: { what, stop: values.turn !== 'on', reason: values.reason ?? '' } }
}

/** A reason has to be there and fit. */
export function wrongReason(values: DeskValues): DeskErrors {
  return hasVisible(values.reason ?? '') ? wrongText(values, 'reason', reasonMax) : { reason: 'reasonMissing' }
}

function wrongText(values: DeskValues, name: string, max: number): DeskErrors {
  const text = values[name] ?? ''
  if (findForbidden(text, 'block')) return { [name]: 'forbidden' }
  return countGraphemes(text) > max || text.length > max * 10 ? { [name]: 'tooLong' } : {}
}

function because(values: DeskValues): Because {
  return { reason: values.reason ?? '', version: Number(values.version) || 0 }
}

function timeOf(typed: string | undefined, timeZone: string): Date | null {
  return typed ? instantOf(typed.slice(0, 16), timeZone) : null
}

/** A number of days, null for none, undefined for what is neither. */
function daysOf(typed: string | undefined): number | null | undefined {
  if (!typed) return null
  const days = /^\d{1,3}$/.test(typed) ? Number(typed) : 0
  return days >= 1 && days <= daysMax ? days : undefined
}
