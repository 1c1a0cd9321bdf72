import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'

/** What stands in place of a form for a part that the film of a story gives: why, and the way to where it is changed. */
export function OfFilm({ locale, filmId }: Readonly<{ locale: Locale; filmId: string }>) {
  const t = translator(locale, 'storyDesk')
  return (
    <p className="note note--info">
      {t('ofFilm.about')} {t('ofFilm.change')} <a href={`/staff/films/${filmId}`}>{t('ofFilm.link')}</a>
    </p>
  )
}
