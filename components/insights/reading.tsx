import { Figure } from '#components/staff/waiting-stats.tsx'
import { TableRegion } from '#components/ui/table-region.tsx'
import { longDate, wholeNumber } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import type { Insights } from '#lib/insights/views.ts'

/** How far reading is, when it will be done at this pace, and for admins how each reviewer gets on. */
export function ReadingInsights({ locale, found }: Readonly<{ locale: Locale; found: Insights }>) {
  const t = translator(locale, 'insights')
  const number = (value: number) => wholeNumber(locale, value)
  const { reading, forecast, reviewers } = found
  return (
    <section className="flow" aria-labelledby="reading">
      <h2 id="reading">{t('reading.heading')}</h2>
      <dl className="stat">
        <Figure term={t('reading.assigned')} value={number(reading.assigned)} />
        <Figure term={t('reading.done')} value={number(reading.done)} />
        <Figure term={t('reading.left')} value={number(reading.assigned - reading.done)} />
      </dl>
      <p>
        {forecast
          ? t('forecast', {
              day: longDate(locale, forecast.doneOn),
              left: number(forecast.left),
              perDay: forecast.perDay.toFixed(1),
            })
          : t('noForecast')}
      </p>
      {reviewers && reviewers.length > 0 && <Reviewers locale={locale} reviewers={reviewers} />}
    </section>
  )
}

function Reviewers({ locale, reviewers }: Readonly<{ locale: Locale; reviewers: NonNullable<Insights['reviewers']> }>) {
  const t = translator(locale, 'insights')
  return (
    <TableRegion labelledBy="reviewers">
      <table className="numbers">
        <caption id="reviewers">{t('reviewers.heading')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('reviewers.name')}</th>
            <th scope="col">{t('reviewers.done')}</th>
            <th scope="col">{t('reviewers.left')}</th>
          </tr>
        </thead>
        <tbody>
          {reviewers.map(({ id, name, done, left }) => (
            <tr key={id}>
              <th scope="row">
                <bdi>{name}</bdi>
              </th>
              <td>{wholeNumber(locale, done)}</td>
              <td>{wholeNumber(locale, left)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  )
}
