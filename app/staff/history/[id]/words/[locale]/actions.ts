'use server'

import { staffAction } from '#app/_auth/action.ts'
import { type ClaimWords, plainOf } from '#lib/history/editing/content.ts'
import { type HistoryFormState, parseWords, readValues, untouched } from '#lib/history/editing/form.ts'
import { defaultLocale, type Locale, localeOf } from '#lib/i18n/locales.ts'
import { refusedForm } from '../../../answers.ts'
import { type About, aboutChange, both, saveAndShow } from '../../../saving.ts'

type Input = Readonly<{ about: About; locale: Locale; value: ClaimWords }>

/** Saves the words of an entry in one language. */
export const saveWords = staffAction<HistoryFormState, Input>({
  verb: 'history.edit',
  parse: (form) => {
    const values = readValues(form)
    const read = both(aboutChange(values), parseWords(values))
    if (!read.ok) return { ok: false, state: { ...untouched, values, errors: read.errors } }
    const [about, value] = read.value
    return { ok: true, input: { about, locale: localeOf(values.locale) ?? defaultLocale, value } }
  },
  run: (actor, { about, locale, value }) => saveAndShow(actor, { ...about, part: { part: 'words', locale, value } }),
  refused: (refusal, form) => {
    const values = readValues(form)
    const read = parseWords(values)
    return refusedForm(refusal, values, read.ok ? plainOf({ part: 'words', locale: defaultLocale, value: read.value }) : null)
  },
})
