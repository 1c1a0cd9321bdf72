import { countGraphemes, findForbidden } from '#lib/foundation/text.ts'

export type TextError = Readonly<{ code: 'too-long'; max: number }> | Readonly<{ code: 'forbidden'; codePoint: string }>

/** What is wrong with a normalised text of several lines, or null. `max` in characters as people see them. */
export function textError(text: string, max: number): TextError | null {
  const found = findForbidden(text, 'block')
  if (found) return { code: 'forbidden', codePoint: `U+${found.codePoint.toString(16).toUpperCase().padStart(4, '0')}` }
  return countGraphemes(text) > max || text.length > max * 10 ? { code: 'too-long', max } : null
}

/** The first text of this name in a form; '' when there is none. */
export function firstText(form: FormData, name: string): string {
  return String(form.getAll(name).find((value) => typeof value === 'string') ?? '')
}
