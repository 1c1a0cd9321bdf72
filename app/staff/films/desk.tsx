import type { ReactNode } from 'react'
import { FilmHead } from '#components/films/film-head.tsx'
import { BackLink } from '#components/ui/back-link.tsx'
import type { FilmDesk } from '#lib/films/views.ts'
import { languageName } from '#lib/i18n/format.ts'
import { type Locale, locales } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { Desk } from '../desk.tsx'

const doings = [
  ...(['opened', 'saved', 'moved', 'split', 'merged', 'removed', 'added', 'cast', 'restored', 'words'] as const),
  ...(['asked', 'rendering', 'cancelled', 'uploaded', 'dropped', 'beside', 'scheduled', 'published', 'unscheduled', 'closed'] as const),
]

export type Query = Readonly<Record<string, string | string[] | undefined>>
/** The first value of a name in the query. */
export const first = (query: Query, name: string): string | undefined => [query[name]].flat()[0]

type Props = Readonly<{
  locale: Locale
  actor: StaffActor
  film: FilmDesk
  /** Which part of the film this page is: the script, the words of a language, the versions, or the steps. */
  part: string
  page: string
  query: Query
  children: ReactNode
}>

/** A page of one film: the way back, how it stands, its parts, what was just done, and the work. */
export function FilmPage({ locale, actor, film, part, page, query, children }: Props) {
  const t = translator(locale, 'filmDesk')
  const own = film.script.lang.split('-')[0]
  const parts = [
    { key: 'script', href: `/staff/films/${film.id}`, words: t('tabs.script') },
    ...locales
      .filter((language) => language !== own)
      .map((language) => ({
        key: language,
        href: `/staff/films/${film.id}/words/${language}`,
        words: t('tabs.words', { language: languageName(locale, language) }),
      })),
    { key: 'revisions', href: `/staff/films/${film.id}/revisions`, words: t('tabs.revisions') },
    { key: 'steps', href: `/staff/films/${film.id}/steps`, words: t('tabs.steps') },
  ]
  return (
    <Desk locale={locale} actor={actor} current="films">
      <title>{t('pageTitle', { page })}</title>
      <BackLink href="/staff/films">{t('back')}</BackLink>
      <FilmHead locale={locale} film={film} />
      <nav aria-label={t('tabs.label')}>
        <ul className="plain film-tabs">
          {parts.map(({ key, href, words }) => (
            <li key={key}>
              <a href={href} aria-current={key === part ? 'page' : undefined}>
                {words}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <Done locale={locale} query={query} />
      {children}
    </Desk>
  )
}

function Done({ locale, query }: Readonly<{ locale: Locale; query: Query }>) {
  const done = doings.find((one) => one === first(query, 'done'))
  if (!done) return null
  const number = /^\d{1,9}$/.exec(first(query, 'n') ?? '')?.[0] ?? ''
  return (
    <p className="note note--info" role="status">
      {translator(locale, 'filmDesk')(`done.${done}`, { number })}
    </p>
  )
}
