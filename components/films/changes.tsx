import type { ReactNode } from 'react'
import { Stretches } from '#components/stories-desk/stretches.tsx'
import type { LanguageChanges, Look, SceneChanges, TextChange } from '#lib/films/revision-changes.ts'
import { isSame } from '#lib/films/revision-changes.ts'
import type { ComparedRevisions } from '#lib/films/views.ts'
import { languageName, wholeNumber } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { personWords, summaryWords } from './change-words.ts'
import { SceneChange } from './scene-change.tsx'
import { secondsWords } from './words.ts'

type Props = Readonly<{ locale: Locale; id: string; compared: ComparedRevisions }>

/** All that differs between two versions of a script: the whole film, then scene by scene, then the words of each language. */
export function Changes({ locale, id, compared }: Props) {
  const t = translator(locale, 'filmDesk')
  const { first, second, changes } = compared
  const sides = {
    first: t('revisions.was', { number: String(first.line.number) }),
    second: t('revisions.was', { number: String(second.line.number) }),
  }
  const isWhole = changes.title || changes.people.length > 0 || changes.pace || changes.other
  return (
    <section className="flow film-changes" aria-labelledby="changes">
      <h2 id="changes">{t('revisions.changed')}</h2>
      <p>{isSame(changes) ? t('revisions.same') : summaryWords(locale, changes)}</p>
      {isWhole && <WholeFilm locale={locale} compared={compared} sides={sides} />}
      {changes.scenes.map((scene) => (
        <SceneChange key={`${scene.place.from} ${scene.place.to}`} {...{ locale, id, compared, scene, sides }} />
      ))}
      {changes.languages.map((words) => (
        <Language key={words.language} {...{ locale, words, sides }} />
      ))}
    </section>
  )
}

/** What is said before each text that only one version has. */
export type Sides = Readonly<{ first: string; second: string }>

/** One thing that differs, under its name. */
export function Changed({ name, children }: Readonly<{ name: string; children: ReactNode }>) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

type FromTo = Readonly<{ from: string; to: string; sides: Sides }>

/** Something that was one thing and is another. */
export function FromTo({ from, to, sides }: FromTo) {
  const stretches = [{ kind: 'first', text: from } as const, { kind: 'second', text: to } as const]
  return (
    <div className="film-fromto">
      <Stretches stretches={stretches} {...sides} />
    </div>
  )
}

/** The texts of a scene that differ. */
export function Texts({ locale, texts, sides }: Readonly<{ locale: Locale; texts: readonly TextChange[]; sides: Sides }>) {
  const t = translator(locale, 'filmDesk')
  return texts.map(({ text, stretches }) => (
    <Changed key={text} name={t(`revisions.text.${text}`)}>
      <Stretches stretches={stretches} {...sides} />
    </Changed>
  ))
}

function WholeFilm({ locale, compared: { changes }, sides }: Readonly<{ locale: Locale; compared: ComparedRevisions; sides: Sides }>) {
  const t = translator(locale, 'filmDesk')
  const { title, people, pace, other } = changes
  return (
    <section className="card flow" aria-labelledby="whole">
      <h3 id="whole">{t('revisions.whole')}</h3>
      <dl className="sum">
        {title && (
          <Changed name={t('words.title')}>
            <Stretches stretches={title} {...sides} />
          </Changed>
        )}
        {people.map(({ number, from, to }) => (
          <Changed key={number} name={t('cast.person', { number: String(number) })}>
            <FromTo from={personWords(locale, from)} to={personWords(locale, to)} sides={sides} />
          </Changed>
        ))}
        {pace && (
          <Changed name={t('revisions.pace')}>
            <FromTo from={wholeNumber(locale, pace.from ?? 0)} to={wholeNumber(locale, pace.to ?? 0)} sides={sides} />
          </Changed>
        )}
        {other && <Changed name={t('revisions.other')}>{t('revisions.otherText')}</Changed>}
      </dl>
    </section>
  )
}

function Language({ locale, words, sides }: Readonly<{ locale: Locale; words: LanguageChanges; sides: Sides }>) {
  const t = translator(locale, 'filmDesk')
  const { language, title, scenes } = words
  const heading = `words-${language}`
  return (
    <section className="card flow" aria-labelledby={heading}>
      <h3 id={heading}>{t('words.heading', { language: languageName(locale, language) })}</h3>
      {title && (
        <dl className="sum">
          <Changed name={t('words.title')}>
            <Stretches stretches={title} {...sides} />
          </Changed>
        </dl>
      )}
      {scenes.map(({ id, place, texts }) => (
        <div key={id} className="flow">
          <h4>{t('strip.label', { number: String(place.to ?? place.from ?? '') })}</h4>
          <dl className="sum">
            <Texts locale={locale} texts={texts} sides={sides} />
          </dl>
        </div>
      ))}
    </section>
  )
}

type LookProps = Readonly<{ locale: Locale; look: Look; time: SceneChanges['time']; sides: Sides }>

/** What differs in the picture of a scene, whose words it shows, and how long it stands. */
export function Looks({ locale, look, time, sides }: LookProps) {
  return looksOf(locale, look, time).map(({ name, from, to }) => (
    <Changed key={name} name={name}>
      <FromTo from={from} to={to} sides={sides} />
    </Changed>
  ))
}

function looksOf(locale: Locale, { motif, palette, transition, side, whose, who }: Look, time: SceneChanges['time']) {
  const t = translator(locale, 'filmDesk')
  const both = <T,>(name: string, change: Readonly<{ from: T | null; to: T | null }> | null | undefined, words: (value: T) => string) => {
    const said = (value: T | null) => (value === null ? '–' : words(value))
    return change ? [{ name, from: said(change.from), to: said(change.to) }] : []
  }
  const people = (numbers: readonly number[]) =>
    numbers.map((number) => t('cast.person', { number: String(number) })).join(t('comma')) || t('revisions.nobody')
  return [
    ...both(t('scene.motif'), motif, (one) => t(`motif.${one}`)),
    ...both(t('revisions.seen'), who, people),
    ...both(t('scene.palette'), palette, (one) => t(`palette.${one}`)),
    ...both(t('scene.side'), side, (one) => t(`scene.sides.${one}`)),
    ...both(t('scene.transition'), transition, (one) => t(`transition.${one}`)),
    ...both(t('scene.beats'), time, (one) => secondsWords(locale, one)),
    ...both(t('revisions.whose'), whose, (one) => t(`whose.${one}`)),
  ]
}
