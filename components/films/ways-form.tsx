'use client'

import { useActionState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { SelectField, TextAreaField } from '#components/ui/field.tsx'
import { mostScenes, waysOf } from '#lib/films/edit.ts'
import type { Film, Scene } from '#lib/films/engine/film.ts'
import { type FilmFormState, limits, untouched, type Values } from '#lib/films/form.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { FormHead, Hidden } from './form-head.tsx'
import { errorWords, isolated } from './words.ts'

type Action = (state: FilmFormState, form: FormData) => Promise<FilmFormState>
type Props = Readonly<{ locale: Locale; page: string; film: Film; scene: Scene; hidden: Values; action: Action }>

/** Moves, divides, joins or takes out a scene. */
export function WaysForm({ locale, page, film, scene, hidden, action }: Props) {
  const [state, submit] = useActionState(action, untouched)
  const t = translator(locale, 'filmDesk')
  const ways = waysOf(film, scene.id)
  const single = (['up', 'down', 'merge', 'remove'] as const).filter((way) => ways[way])
  const fixed = single.length === 0 && ways.splits.length === 0
  return (
    <form action={submit} className="card flow film-form" aria-labelledby="ways">
      <h2 id="ways">{t('ways.heading')}</h2>
      <FormHead locale={locale} page={page} state={state} />
      <Hidden values={hidden} />
      {fixed && <p>{t('ways.fixed')}</p>}
      {single.length > 0 && (
        <div className="btns">
          {single.map((way) => (
            <Button key={way} small look={way === 'remove' ? 'danger' : 'line'} name="way" value={way}>
              {t(`ways.${way}`)}
            </Button>
          ))}
        </div>
      )}
      {ways.splits.map(({ at, after }) => (
        <div key={at}>
          <Button small look="line" name="way" value={`split-${at}`}>
            {t('ways.splitAt', { words: isolated(after.length > 50 ? `${after.slice(0, 48)}…` : after) })}
          </Button>
        </div>
      ))}
    </form>
  )
}

/** A sentence of the entry that is on no card: `value` names its place. */
export type Unused = Readonly<{ value: string; text: string }>

type AddProps = Omit<Props, 'scene'> & Readonly<{ sentences: readonly Unused[] }>

/** Adds a scene after the one that is worked on: a sentence of the entry, or an editor's words that stand on a fact. */
export function AddForm({ locale, page, film, hidden, sentences, action }: AddProps) {
  const [state, submit] = useActionState(action, untouched)
  const t = translator(locale, 'filmDesk')
  if (film.scenes.length >= mostScenes) return null
  const about = (name: string) => ({
    name,
    error: errorWords(locale, state.errors[name]),
    errorWord: translator(locale, 'staff')('errorWord'),
    value: state.values?.[name] ?? '',
  })
  return (
    <form action={submit} className="card flow film-form" aria-labelledby="add" noValidate>
      <h2 id="add">{t('ways.add')}</h2>
      <FormHead locale={locale} page={page} state={state} order={['sentence', 'newText', 'fact']} />
      <Hidden values={hidden} />
      <SelectField
        {...about('sentence')}
        label={t('ways.own')}
        empty={t('ways.ownNone')}
        options={sentences.map(({ value, text }) => ({ value, label: text.length > 110 ? `${text.slice(0, 108)}…` : text }))}
      />
      <TextAreaField {...about('newText')} label={t('ways.newText')} hint={t('scene.textHint', { most: String(limits.text) })} rows={2} />
      <SelectField {...about('fact')} label={t('ways.fact')} options={film.facts.map(({ id, says }) => ({ value: id, label: says }))} />
      <Button look="ink">{t('ways.addButton')}</Button>
    </form>
  )
}
