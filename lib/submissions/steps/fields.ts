import { z } from 'zod'
import { countCodePoints, countGraphemes, findForbidden, hasVisible, normaliseText, type TextKind } from '#lib/foundation/text.ts'
import type { ErrorCode, FieldError } from './errors.ts'

/** The questions that have several answers. */
const several: readonly string[] = ['themes', 'tools']
const severalMax = 20

/** Takes these fields out of a form: of one that has one answer the first, of one that has several the first 20. No files, no other name. */
export function readFields(form: FormData, names: readonly string[]): Record<string, string | string[]> {
  const read: Record<string, string | string[]> = {}
  for (const name of names) {
    const texts = form.getAll(name).filter((value) => typeof value === 'string')
    if (several.includes(name)) read[name] = texts.slice(0, severalMax)
    else if (texts[0] !== undefined) read[name] = texts[0]
  }
  return read
}

type Choices = readonly [string, ...string[]]

/** A check that refuses a value with an error in our own words. */
export function refusing<T>(find: (value: T) => FieldError | null) {
  return (context: z.core.ParsePayload<T>): void => {
    const error = find(context.value)
    if (error) context.issues.push({ code: 'custom', input: context.value, message: error.code, params: error })
  }
}

/** Exactly one of a closed list. */
export function oneOf<const C extends Choices>(choices: C, missing: ErrorCode) {
  return z.enum(choices, { error: (issue) => (issue.input ? 'choice.unknown' : missing) })
}

/** Any of a closed list, each once, in the order of the list; at most `max` where given. */
export function anyOf<const C extends Choices>(choices: C, tooMany?: Readonly<{ code: ErrorCode; max: number }>) {
  const known = z.array(z.enum(choices, { error: 'choice.unknown' }), { error: 'choice.unknown' })
  return z
    .preprocess((raw) => (raw === undefined ? [] : typeof raw === 'string' ? [raw] : raw), known)
    .transform((chosen) => choices.filter((choice): choice is C[number] => chosen.some((one) => one === choice)))
    .check(refusing((chosen) => (tooMany && chosen.length > tooMany.max ? { code: tooMany.code, values: { max: tooMany.max } } : null)))
}

const ticks: readonly unknown[] = ['on', 'yes', 'true', '1', true]

/** A checkbox: ticked or not. */
export const checkbox = z.preprocess((raw) => ticks.includes(raw), z.boolean())

/** A checkbox that has to be ticked. */
export function required(missing: ErrorCode) {
  return checkbox.check(refusing((ticked) => (ticked ? null : { code: missing })))
}

type TextRule = Readonly<{
  kind: TextKind
  /** In characters as people see them. */
  max: Readonly<{ count: number; code: ErrorCode }>
  min?: Readonly<{ count: number; code: ErrorCode }>
}>

/** A text this many times longer than the heaviest that fits is far too long: what it measures exactly is not worth finding out. */
const far = 4

// A character may be built of many code points (a family emoji of seven); a text of nothing but such characters still fits.
const codePointsPerCharacter = 10

/** Text that may be left out: null when there is nothing to see in it. */
export function optionalText(rule: TextRule) {
  return z
    .preprocess(textOf, z.string())
    .check(refusing((typed) => forbiddenIn(typed, rule.kind) ?? (hasVisible(typed) ? measure(typed, rule) : null)))
    .transform((typed) => (hasVisible(typed) ? typed : null))
}

/** Text that has to be there, with at least one visible character. */
export function requiredText(rule: TextRule, missing: ErrorCode) {
  return z
    .preprocess(textOf, z.string())
    .check(refusing((typed) => forbiddenIn(typed, rule.kind) ?? (hasVisible(typed) ? measure(typed, rule) : { code: missing })))
}

function textOf(raw: unknown): string {
  return typeof raw === 'string' ? normaliseText(raw) : ''
}

/** The error for a text that holds a character we cannot keep, or null. */
export function forbiddenIn(text: string, kind: TextKind): FieldError | null {
  const found = findForbidden(text, kind)
  if (!found) return null
  const codePoint = `U+${found.codePoint.toString(16).toUpperCase().padStart(4, '0')}`
  return { code: 'text.forbidden', values: { character: found.name, codePoint } }
}

function measure(text: string, { max, min }: TextRule): FieldError | null {
  const isFar = text.length > max.count * codePointsPerCharacter * far
  const graphemes = countGraphemes(text, isFar ? max.count + 1 : undefined)
  const count = isFar && graphemes > max.count ? countCodePoints(text) : graphemes
  if (count > max.count) return { code: max.code, values: { max: max.count, count } }
  if (min && count < min.count) return { code: min.code, values: { min: min.count, count } }
  const heaviest = max.count * codePointsPerCharacter
  return text.length > heaviest && [...text].length > heaviest ? { code: 'text.too-heavy', values: { max: heaviest } } : null
}
