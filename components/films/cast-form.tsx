'use client'

import { useActionState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { SelectField } from '#components/ui/field.tsx'
import { type Film, heads, palettes } from '#lib/films/engine/film.ts'
import { type FilmFormState, untouched, type Values } from '#lib/films/form.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { FormHead, Hidden } from './form-head.tsx'
import { errorWords } from './words.ts'

type Props = Readonly<{
  locale: Locale
  page: string
  film: Film
  hidden: Values
  action: (state: FilmFormState, form: FormData) => Promise<FilmFormState>
}>

/** How the people in the film look from behind. */
export function CastForm({ locale, page, film, hidden, action }: Props) {
  const [state, submit] = useActionState(action, untouched)
  const t = translator(locale, 'filmDesk')
  const about = (name: string, saved: string) => ({
    name,
    value: state.values?.[name] ?? saved,
    error: errorWords(locale, state.errors[name]),
    errorWord: translator(locale, 'staff')('errorWord'),
  })
  return (
    <form action={submit} className="card flow film-form" aria-labelledby="cast" noValidate>
      <h2 id="cast">{t('cast.heading')}</h2>
      <FormHead locale={locale} page={page} state={state} />
      <Hidden values={hidden} />
      <p>{t('cast.text')}</p>
      {Object.entries(film.cast).map(([key, { head, cloth }], i) => (
        <fieldset key={key} className="film-fields film-fields--two">
          <legend className="l">{t('cast.person', { number: String(i + 1) })}</legend>
          <SelectField
            {...about(`head-${key}`, head)}
            label={t('cast.head')}
            options={heads.map((value) => ({ value, label: t(`head.${value}`) }))}
          />
          <SelectField
            {...about(`cloth-${key}`, cloth)}
            label={t('cast.cloth')}
            options={palettes.map((value) => ({ value, label: t(`palette.${value}`) }))}
          />
        </fieldset>
      ))}
      <Button look="line">{t('cast.save')}</Button>
    </form>
  )
}
