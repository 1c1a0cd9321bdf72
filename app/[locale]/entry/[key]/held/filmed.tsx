import { Said } from '#components/submissions/said.tsx'
import type { heldFilm } from '#lib/films/held.ts'
import { dateTime } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'

type Props = Readonly<{ locale: Locale; film: NonNullable<Awaited<ReturnType<typeof heldFilm>>> }>

/** What was asked about the film, the words that were shown with it, and what was said. */
export function Filmed({ locale, film }: Props) {
  const t = translator(locale, 'films')
  const at = (iso: string) => dateTime(locale, new Date(iso))
  return (
    <ul className="list flow flow--4">
      {film.asked.map(({ about, askedAt, answer, answeredAt, words, shownWords, shownSha256 }) => (
        <li key={`${askedAt} ${about} ${shownSha256}`} className="flow flow--2">
          <p>{t(`held.asked.${about}`, { date: at(askedAt) })}</p>
          <Said>{shownWords.join('\n\n')}</Said>
          <p>{answer && answeredAt ? t(`held.${answer}`, { date: at(answeredAt) }) : t('held.none')}</p>
          {words && <Said>{words}</Said>}
        </li>
      ))}
    </ul>
  )
}
