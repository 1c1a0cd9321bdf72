import type { Option } from '#components/ui/field.tsx'
import { countryCodes } from '#lib/campaign/countries.ts'
import { tags } from '#lib/i18n/format.ts'
import { type Locale, localeNames, locales } from '#lib/i18n/locales.ts'

/** Languages offered for a story, as BCP 47 tags; a form posted with any other well-formed tag is accepted as well. */
const storyLanguages =
  'af am ar ay az be bg bn bs ca cs cy da de el en es et eu fa fi fil fr ga gl gn gu ha he hi hr ht hu hy id ig is it ja jv ka kk km kn ko ku ky ln lo lt lv mg mi mk ml mn mr ms my nb ne nl om or pa pl ps pt qu rn ro ru rw sd si sk sl sn so sq sr st su sv sw ta te tg th ti tk tn tr ts tt ug uk ur uz vi wo xh yi yo yue zh-Hans zh-Hant zu'.split(
    ' ',
  )

const made = new Map<string, readonly Option[]>()

function sorted(locale: Locale, type: 'region' | 'language', codes: readonly string[]): readonly Option[] {
  const key = `${type} ${locale}`
  const found = made.get(key)
  if (found) return found
  const names = new Intl.DisplayNames([tags[locale]], { type })
  const collator = new Intl.Collator(tags[locale])
  const options = codes.map((value) => ({ value, label: names.of(value) ?? value })).sort((a, b) => collator.compare(a.label, b.label))
  made.set(key, options)
  return options
}

/** Every country and territory by its name in the reader's language, in that language's order. */
export function countryOptions(locale: Locale): readonly Option[] {
  return sorted(locale, 'region', countryCodes)
}

/** The languages a story may be marked with, by their names in the reader's language. */
export function languageOptions(locale: Locale): readonly Option[] {
  return sorted(locale, 'language', storyLanguages)
}

/** The languages we write mails in, each in its own words. */
export const mailLanguages = locales.map((value) => ({ value, label: localeNames[value] }))
