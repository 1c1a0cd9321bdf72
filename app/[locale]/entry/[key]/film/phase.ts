import type { OwnFilm } from '#lib/films/own.ts'
import { dateTime } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'

/** Where a film stands, in the storyteller's words. */
export function phaseText(locale: Locale, { phase, stopped, story }: OwnFilm): string {
  const t = translator(locale, 'films')
  if (phase === 'stopped') return t(`phase.stopped.${stopped?.why ?? 'closed'}`)
  if (phase === 'scheduled' || phase === 'published') return t(`phase.${phase}`, { date: story ? dateTime(locale, story.releaseAt) : '' })
  return t(`phase.${phase}`)
}
