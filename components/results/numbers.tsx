import { Figure } from '#components/staff/waiting-stats.tsx'
import { wholeNumber } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'

const shown = ['received', 'eligible', 'reviewed', 'selected', 'reserve', 'notSelected'] as const
type Counts = Readonly<Record<(typeof shown)[number], number>>

type Props = Readonly<{ locale: Locale; counts: Counts; movedUp: number; leftSince: number; answeredLater: number }>

/** How many entries came in, took part, were read and were chosen, on the day of the results; and what changed since. */
export function ResultNumbers({ locale, counts, movedUp, leftSince, answeredLater }: Props) {
  const t = translator(locale, 'results')
  return (
    <>
      <dl className="stat results-stat">
        {shown.map((key) => (
          <Figure key={key} term={t(`count.${key}`)} value={wholeNumber(locale, counts[key])} />
        ))}
      </dl>
      {movedUp + leftSince + answeredLater > 0 && (
        <>
          <p>{t('sinceThen')}</p>
          <ul className="list">
            {movedUp > 0 && <li>{t('movedUp', { count: movedUp })}</li>}
            {leftSince > 0 && <li>{t('leftSince', { count: leftSince })}</li>}
            {answeredLater > 0 && <li>{t('answeredLater', { count: answeredLater })}</li>}
          </ul>
        </>
      )}
    </>
  )
}
