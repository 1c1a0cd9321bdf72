import { TableRegion } from '#components/ui/table-region.tsx'
import { wholeNumber } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import type { RubricView } from '#lib/review/schema.ts'

type Props = Readonly<{
  locale: Locale
  rubric: RubricView
  counts: Readonly<{ reviews: number; reviewers: number; independentReviewers: number }>
  seed: string
}>

/** How the stories were read, scored and put in order. */
export function Method({ locale, rubric, counts, seed }: Props) {
  const t = translator(locale, 'results')
  return (
    <>
      <p>
        {t('readers', { count: counts.reviewers })} {t('independent', { count: counts.independentReviewers })}{' '}
        {t('reviews', { count: counts.reviews })} {t('blind')}
      </p>
      <p>{t('stages')}</p>
      <Criteria locale={locale} rubric={rubric} />
      <p>{t('neverScored')}</p>
      <p>{t('scale')}</p>
      <p>{t('needs')}</p>
      <p>{t('ties')}</p>
      <p className="small">
        {t('lotSeed')}{' '}
        <bdi dir="ltr" className="mono results-seed">
          {seed}
        </bdi>
      </p>
    </>
  )
}

function Criteria({ locale, rubric }: Pick<Props, 'locale' | 'rubric'>) {
  const t = translator(locale, 'results')
  return (
    <TableRegion labelledBy="criteria">
      <table>
        <caption id="criteria">{t('criteria')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('criterion')}</th>
            <th scope="col">{t('question')}</th>
            <th scope="col" className="num">
              {t('weight')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rubric.criteria.map(({ key, weight, anchors }) => (
            <tr key={key}>
              <th scope="row">{anchors.name}</th>
              <td>{anchors.question}</td>
              <td className="num">{wholeNumber(locale, weight)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  )
}
