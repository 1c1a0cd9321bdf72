'use client'

import { useActionState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { TextAreaField, TextField } from '#components/ui/field.tsx'
import type { Film, Scene } from '#lib/films/engine/film.ts'
import { type FilmFormState, limits, untouched, type Values } from '#lib/films/form.ts'
import { pictureOf } from '#lib/films/tracks/pictures.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { FormHead, Hidden } from './form-head.tsx'
import { SceneLook } from './scene-look.tsx'
import { errorWords, isolated, numberOf } from './words.ts'

type Props = Readonly<{
  locale: Locale
  page: string
  film: Film
  scene: Scene
  hidden: Values
  action: (state: FilmFormState, form: FormData) => Promise<FilmFormState>
}>

/** The form of one scene: its words, its look and time, and what is said to people who do not see or hear it. */
export function SceneForm({ locale, page, film, scene, hidden, action }: Props) {
  const [state, submit] = useActionState(action, untouched)
  const t = translator(locale, 'filmDesk')
  const version = state.conflict ? String(state.conflict.version) : (state.values?.version ?? hidden.version ?? '')
  const heading = t('scene.heading', { number: String(numberOf(film, scene.id)), count: String(film.scenes.length) })
  const own = (name: string, saved: string) => state.values?.[name] ?? saved
  const about = (name: string) => ({
    name,
    error: errorWords(locale, state.errors[name]),
    errorWord: translator(locale, 'staff')('errorWord'),
  })
  return (
    <form action={submit} className="card flow film-form" aria-labelledby="scene-heading" noValidate data-film-scene="">
      <h2 id="scene-heading">{heading}</h2>
      <FormHead
        locale={locale}
        page={page}
        state={state}
        order={['title', 'text', 'sub', 'cta', 'hashtag', 'value', 'motif', 'palette', 'beats']}
      />
      <Hidden values={{ ...hidden, version }} />
      {film.scenes[0] === scene && (
        <TextField
          {...about('title')}
          label={t('words.title')}
          hint={t('scene.titleHint')}
          value={own('title', film.title)}
          dir="auto"
          autoComplete="off"
        />
      )}
      <WhoseLong locale={locale} scene={scene} />
      <TextAreaField
        {...about('text')}
        label={t('scene.text')}
        hint={t('scene.textHint', { most: String(limits.text) })}
        rows={3}
        value={own('text', scene.text)}
      />
      <p className="note note--warn" data-fits="" role="status" hidden>
        {t('scene.tight')}
      </p>
      <KindFields locale={locale} scene={scene} own={own} about={about} />
      <SceneLook locale={locale} film={film} scene={scene} own={own} about={about} />
      <fieldset className="film-fields">
        <legend className="l">{t('scene.access')}</legend>
        <TextAreaField
          {...about('caption')}
          label={t('scene.caption')}
          hint={t('scene.captionHint')}
          rows={2}
          value={own('caption', scene.caption ?? '')}
        />
        <TextAreaField
          {...about('description')}
          label={t('scene.description')}
          hint={t('scene.descriptionHint', { words: isolated(pictureOf(film, scene, film.lang)) })}
          rows={2}
          value={own('description', scene.description ?? '')}
        />
        <TextField
          {...about('chapter')}
          label={t('scene.chapter')}
          value={own('chapter', scene.chapter ?? '')}
          dir="auto"
          autoComplete="off"
        />
      </fieldset>
      <div className="btns">
        <Button>{t('scene.save')}</Button>
        <Autosave locale={locale} />
      </div>
    </form>
  )
}

/** What a field shows, and what is wrong with it. */
export type Field = Readonly<{
  own: (name: string, saved: string) => string
  about: (name: string) => { name: string; error: string | undefined; errorWord: string }
}>

function KindFields({ locale, scene, own, about }: Readonly<{ locale: Locale; scene: Scene }> & Field) {
  const t = translator(locale, 'filmDesk')
  if (scene.kind === 'title')
    return <TextField {...about('sub')} label={t('scene.sub')} value={own('sub', scene.sub ?? '')} dir="auto" autoComplete="off" />
  if (scene.kind === 'numeral')
    return (
      <TextField {...about('value')} label={t('scene.value')} value={own('value', String(scene.value))} inputMode="numeric" dir="ltr" />
    )
  if (scene.kind !== 'end') return null
  return (
    <>
      <TextField {...about('cta')} label={t('scene.cta')} value={own('cta', scene.cta)} dir="auto" autoComplete="off" />
      <TextField {...about('hashtag')} label={t('scene.hashtag')} value={own('hashtag', scene.hashtag)} dir="auto" autoComplete="off" />
    </>
  )
}

function WhoseLong({ locale, scene }: Readonly<{ locale: Locale; scene: Scene }>) {
  const t = translator(locale, 'filmDesk')
  const { provenance, excerpt } = scene
  const kinds = excerpt ? (['excerpt', 'editor'] as const) : [provenance]
  const looks = { excerpt: 'ok', editor: 'warn', fact: 'mute' } as const
  return (
    <>
      {kinds.map((kind) => (
        <p key={kind} data-whose={excerpt ? kind : undefined} hidden={kind !== provenance && !!excerpt}>
          <span className={`badge badge--${looks[kind]}`}>{t(`whose.${kind}`)}</span> {t(`whoseLong.${kind}`)}
        </p>
      ))}
      {excerpt && (
        <p className="film-source">
          <b>{t('asSent')}</b> <bdi>{excerpt.text}</bdi>
        </p>
      )}
    </>
  )
}

function Autosave({ locale }: Readonly<{ locale: Locale }>) {
  const t = translator(locale, 'filmDesk')
  const words = { 'data-on': t('autosave.on'), 'data-saved': t('autosave.saved', { number: '#' }), 'data-failed': t('autosave.failed') }
  return <span className="small muted" role="status" data-autosave="" {...words} />
}
