import { requireStaff } from '#app/_auth/session.ts'
import { WordsForm } from '#components/films/words-form.tsx'
import { filmDesk } from '#lib/films/queries.ts'
import { languageName } from '#lib/i18n/format.ts'
import { localeOf } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { may } from '#lib/staff/permissions.ts'
import { staffLocale } from '../../../../language.ts'
import { Missing } from '../../../../missing.tsx'
import { FilmPage } from '../../../desk.tsx'
import { saveTracks } from './actions.ts'

/** Captions, chapters and descriptions of a film in another language than its own. */
export default async function FilmWordsPage({ params, searchParams }: PageProps<'/staff/films/[id]/words/[language]'>) {
  const actor = await requireStaff()
  const [locale, { id, language }, query] = await Promise.all([staffLocale(), params, searchParams])
  const [film, spoken] = [may(actor, 'film.edit') ? await filmDesk(actor, id) : null, localeOf(language)]
  if (!film || !spoken || film.script.lang.split('-')[0] === spoken) return <Missing locale={locale} actor={actor} />
  const page = translator(locale, 'filmDesk')('words.heading', { language: languageName(locale, spoken) })
  return (
    <FilmPage locale={locale} actor={actor} film={film} part={spoken} page={page} query={query}>
      <WordsForm
        locale={locale}
        page={page}
        film={film.script}
        language={spoken}
        hidden={{ film: id, version: String(film.version), language: spoken }}
        action={saveTracks}
      />
    </FilmPage>
  )
}
