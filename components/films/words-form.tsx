'use client'

import { useActionState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { TextAreaField, TextField } from '#components/ui/field.tsx'
import { type Film, plain, type Scene } from '#lib/films/engine/film.ts'
import { type FilmFormState, untouched, type Values } from '#lib/films/form.ts'
import { pictureOf } from '#lib/films/tracks/pictures.ts'
import { languageName } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { FormHead, Hidden } from './form-head.tsx'
import { errorWords, isolated } from './words.ts'

type Props = Readonly<{
  locale: Locale
  page: string
  film: Film
  language: Locale
  hidden: Values
  action: (state: FilmFormState, form: FormData) => Promise<FilmFormState>
}>

type About = (name: string) => { name: string; error: string | undefined; errorWord: string }

/** The words of the text tracks in another language, scene by scene beside what the card says. */
export function WordsForm({ locale, page, film, language, hidden, action }: Props) {
  const [state, submit] = useActionState(action, untouched)
  const t = translator(locale, 'filmDesk')
  const words = film.translations[language]
  const about: About = (name) => ({
    name,
    error: errorWords(locale, state.errors[name]),
    errorWord: translator(locale, 'staff')('errorWord'),
  })
  const own = (name: string, saved: string | undefined) => state.values?.[name] ?? saved ?? ''
  return (
    <form action={submit} className="flow film-form" aria-labelledby="words-heading" noValidate>
      <h2 id="words-heading">{t('words.heading', { language: languageName(locale, language) })}</h2>
      <FormHead locale={locale} page={page} state={state} order={['title']} />
      <Hidden values={{ ...hidden, version: state.values?.version ?? hidden.version ?? '' }} />
      <p>{t('words.lead')}</p>
      <div className="card">
        <TextField
          {...about('title')}
          label={t('words.title')}
          hint={isolated(film.title)}
          value={own('title', words?.title)}
          dir="auto"
          autoComplete="off"
        />
      </div>
      {film.scenes.map((scene, i) => (
        <SceneWords key={scene.id} {...{ locale, film, scene, language, own, about }} number={i + 1} />
      ))}
      <Button>{t('words.save')}</Button>
    </form>
  )
}

type SceneProps = Readonly<{
  locale: Locale
  film: Film
  scene: Scene
  language: Locale
  number: number
  own: (name: string, saved: string | undefined) => string
  about: About
}>

function SceneWords({ locale, film, scene, language, number, own, about }: SceneProps) {
  const t = translator(locale, 'filmDesk')
  const said = film.translations[language]?.scenes[scene.id]
  const { id } = scene
  const shown = [plain(scene.text), ...(scene.kind === 'end' ? [scene.cta] : scene.kind === 'title' ? [scene.sub ?? ''] : [])]
  return (
    <fieldset className="card film-fields">
      <legend className="l">{t('strip.label', { number: String(number) })}</legend>
      <p className="film-source">
        <b>{t('words.original')}</b> <bdi lang={film.lang}>{shown.filter(Boolean).join(' / ')}</bdi>
      </p>
      <TextAreaField {...about(`caption-${id}`)} label={t('words.caption')} rows={2} value={own(`caption-${id}`, said?.caption)} />
      <TextAreaField
        {...about(`description-${id}`)}
        label={t('words.description')}
        hint={t('scene.descriptionHint', { words: isolated(pictureOf(film, scene, language)) })}
        rows={2}
        value={own(`description-${id}`, said?.description)}
      />
      {scene.chapter && (
        <TextField
          {...about(`chapter-${id}`)}
          label={t('words.chapter')}
          hint={isolated(scene.chapter)}
          value={own(`chapter-${id}`, said?.chapter)}
          dir="auto"
        />
      )}
    </fieldset>
  )
}
