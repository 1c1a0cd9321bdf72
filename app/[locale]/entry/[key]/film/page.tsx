import { NotFound } from '#app/_site/not-found.tsx'
import { BackLink } from '#components/ui/back-link.tsx'
import { marks } from '#components/ui/ltr.tsx'
import { type OwnFilm, ownFilm } from '#lib/films/own.ts'
import { type Locale, localPath } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { openEntry } from '../open-entry.ts'
import { entryPath } from '../own-key.ts'
import { answer } from './actions.ts'
import { OwnFilmPart } from './film.tsx'
import { FilmAnswer } from './form.tsx'
import { phaseText } from './phase.ts'
import { Storyboard } from './storyboard.tsx'

export const metadata = { robots: { index: false, follow: false } }

/** A storyteller's film: what will be shown, what they say to it, and the film itself before anybody else sees it. */
export default async function OwnFilmPage({ params, searchParams }: PageProps<'/[locale]/entry/[key]/film'>) {
  const { locale, key, entry: film, isMissing, isAnswering } = await openEntry(params, ownFilm)
  if (isMissing) return <NotFound locale={locale} />
  const title = translator(locale, 'films')('title')
  const ask = film && askOf(film)
  const done = [(await searchParams).done].flat()[0]
  const body = film && <Body locale={locale} entryKey={key} film={film} done={done} />
  return (
    <div className="wrap page page--entry">
      <div className="narrow narrow--wide flow flow--6">
        <BackLink href={localPath(locale, entryPath(key))}>{translator(locale, 'entry')('backToEntry')}</BackLink>
        {ask || isAnswering ? (
          <FilmAnswer locale={locale} action={answer.bind(null, locale)} title={title} ask={ask}>
            {body}
          </FilmAnswer>
        ) : (
          <>
            <title>{translator(locale, 'entry')('pageTitle', { title })}</title>
            {body}
          </>
        )}
        <Permission locale={locale} entryKey={key} />
      </div>
    </div>
  )
}

/** What waits for an answer: the film before the storyboard. */
function askOf({ storyboard, film }: OwnFilm) {
  if (film?.canChange) return { step: 'film', hash: film.hash, canAgree: film.canAgree } as const
  return storyboard?.canChange ? ({ step: 'storyboard', hash: storyboard.hash, canAgree: storyboard.canAgree } as const) : null
}

type Props = { readonly locale: Locale; readonly entryKey: string }

function Body({ locale, entryKey, film, done }: Props & { readonly film: OwnFilm; readonly done: string | undefined }) {
  const t = translator(locale, 'films')
  const said = done === 'yes' || done === 'change' ? done : null
  return (
    <>
      <div className="flow flow--2">
        {said && (
          <p className="note note--info" role="status">
            {t(`done.${said}`)}
          </p>
        )}
        <p className="over">{t.rich('entry', { ...marks, reference: film.reference })}</p>
        <h1>{t('title')}</h1>
        <p className="lead">{phaseText(locale, film)}</p>
        {film.phase === 'published' && film.story && (
          <p>
            <a href={localPath(locale, `/stories/${film.story.slug}`)}>{t('watch')}</a>
          </p>
        )}
      </div>
      {film.film && <OwnFilmPart locale={locale} entryKey={entryKey} film={film.film} />}
      {film.storyboard && <Storyboard locale={locale} entryKey={entryKey} storyboard={film.storyboard} />}
    </>
  )
}

function Permission({ locale, entryKey }: Props) {
  const t = translator(locale, 'films')
  return (
    <p className="small muted">
      {t('permission')} <a href={`${localPath(locale, entryPath(entryKey, '/permissions'))}#film`}>{t('permissionAction')}</a>
    </p>
  )
}
