import { ButtonLink } from '#components/ui/button.tsx'
import { ownFilm } from '#lib/films/own.ts'
import { type Locale, localPath } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { entryPath } from '../own-key.ts'
import { phaseText } from './phase.ts'

/** On the page of an entry: its film, once one is being made. */
export async function FilmNote({ locale, entryKey }: { readonly locale: Locale; readonly entryKey: string }) {
  const film = await ownFilm(entryKey)
  if (!film) return null
  const t = translator(locale, 'films')
  const isAsked = film.storyboard?.canAgree || film.film?.canAgree
  return (
    <section className="card flow flow--2" aria-labelledby="own-film">
      <h2 className="heading-500" id="own-film">
        {t('title')}
      </h2>
      <p>{phaseText(locale, film)}</p>
      <p>
        <ButtonLink look={isAsked ? 'primary' : 'line'} href={localPath(locale, entryPath(entryKey, '/film'))}>
          {t('action')}
        </ButtonLink>
      </p>
    </section>
  )
}
