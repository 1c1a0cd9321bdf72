import { longDate } from '#lib/i18n/format.ts'
import { direction, type Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'

type Props = Readonly<{ locale: Locale; corrections: readonly Readonly<{ id: string; at: Date; words: string; locale: Locale }>[] }>

/** What was wrong and was put right, oldest first. */
export function Corrections({ locale, corrections }: Props) {
  const t = translator(locale, 'results')
  if (corrections.length === 0) return <p>{t('noCorrections')}</p>
  return (
    <ol className="plain results-corrections">
      {corrections.map(({ id, at, words, locale: own }) => (
        <li key={id} id={`correction-${id}`} className="flow">
          <p className="small muted">
            <time dateTime={at.toISOString()}>{longDate(locale, at)}</time>
          </p>
          {own !== locale && <p className="small">{t('correctionLocale')}</p>}
          <p className="results-said" lang={own} dir={direction(own)}>
            {words}
          </p>
        </li>
      ))}
    </ol>
  )
}
