import { findForbidden, hasVisible, normaliseText } from '#lib/foundation/text.ts'
import type { RulesSection } from '../schema.ts'
import { ruleSections } from '../sections.ts'
import { type DeskErrorCode, type DeskErrors, type DeskValues, type Parsed, readFields, wordsMax } from './form.ts'

const names = ruleSections.flatMap((id) => [`${id}-heading`, `${id}-text`])

/** The typed sections of one language: `<section>-heading` and `<section>-text`, with an empty line between paragraphs. */
export function readRules(form: FormData): DeskValues {
  return readFields(form, [...names, 'language', 'version'])
}

/** Sections as they are stored, or what is wrong. Every section has a heading and words; a section holds up to 20 paragraphs. */
export function parseRules(values: DeskValues): Parsed<readonly RulesSection[]> {
  const errors: Record<string, DeskErrorCode> = {}
  const sections = ruleSections.map((id) => {
    const [heading, text] = [values[`${id}-heading`] ?? '', values[`${id}-text`] ?? '']
    if (!hasVisible(heading)) errors[`${id}-heading`] = 'headingMissing'
    const paragraphs = text.split(/\n\s*\n/).map((paragraph) => normaliseText(paragraph.replaceAll('\n', ' ')))
    const said = paragraphs.filter(hasVisible)
    if (said.length === 0) errors[`${id}-text`] = 'sectionEmpty'
    else if (heading.length > 200 || said.length > 20 || said.some((paragraph) => paragraph.length > wordsMax))
      errors[`${id}-text`] = 'tooLong'
    for (const name of [`${id}-heading`, `${id}-text`]) if (findForbidden(values[name] ?? '', 'block')) errors[name] = 'forbidden'
    return { id, heading, paragraphs: said }
  })
  return Object.keys(errors).length > 0 ? { ok: false, errors: errors satisfies DeskErrors } : { ok: true, value: sections }
}

/** Stored sections as the form shows them. */
export function rulesValues(sections: readonly RulesSection[]): DeskValues {
  return Object.fromEntries(
    sections.flatMap(({ id, heading, paragraphs }) => [
      [`${id}-heading`, heading],
      [`${id}-text`, paragraphs.join('\n\n')],
    ]),
  )
}

/** What in a text of the rules does not fit the settings: a date nobody set, or "not announced" of something that is. */
export type RulesDoubt = Readonly<
  { is: 'date'; found: string } | { is: 'unannounced'; found: string } | { is: 'untranslated'; found: string }
>

const months = 'January|February|March|April|May|June|July|August|September|October|November|December'
const dateText = new RegExp(`\\b(\\d{1,2}) (${months}) (\\d{4})\\b`, 'g')

/**
 * Reads the English sections for what contradicts the settings. `known` are the dates of the campaign as "3 September 2025"; `isDecided` is
 * true when nothing is left to announce. It finds what it can see, so a person looks as well.
 */
export function doubtsAbout(
  sections: readonly RulesSection[],
  { known, isDecided }: Readonly<{ known: readonly string[]; isDecided: boolean }>,
): readonly RulesDoubt[] {
  const words = sections.flatMap(({ paragraphs }) => paragraphs)
  const dates = words.flatMap((paragraph) => [...paragraph.matchAll(dateText)].map(([found]) => found))
  const foreign = [...new Set(dates)].filter((found) => !known.includes(found))
  const unannounced = isDecided ? words.filter((paragraph) => /not (?:yet )?(?:announced|decided)/i.test(paragraph)) : []
  return [
    ...foreign.map((found) => ({ is: 'date', found }) as const),
    ...unannounced.map((found) => ({ is: 'unannounced', found: found.slice(0, 120) }) as const),
  ]
}
