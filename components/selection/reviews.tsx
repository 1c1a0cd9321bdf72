import { Time } from '#components/staff/time.tsx'
import { TableRegion } from '#components/ui/table-region.tsx'
import { wholeNumber } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { type Translator, translator } from '#lib/i18n/translator.ts'
import { reviewFlags } from '#lib/review/schema.ts'
import type { ReviewForDecision } from '#lib/review/selection/views.ts'
import { points } from './words.ts'

type Props = Readonly<{
  locale: Locale
  reviews: readonly ReviewForDecision[]
  /** The name of each criterion, in the order of the form. */
  criteria: readonly Readonly<{ key: string; name: string }>[]
}>

/** Every completed review of one entry, in full. */
export function Reviews({ locale, reviews, criteria }: Props) {
  const t = translator(locale, 'selection')
  if (reviews.length === 0) return <p>{t('one.noReviews')}</p>
  return (
    <TableRegion labelledBy="reviews-caption">
      <table>
        <caption id="reviews-caption" className="vh">
          {t('one.caption')}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('one.reader')}</th>
            <th scope="col" className="num">
              {t('normalised')}
            </th>
            <th scope="col" className="num">
              {t('one.total')}
            </th>
            {criteria.map(({ key, name }) => (
              <th key={key} scope="col" className="num selection-criterion">
                {name}
              </th>
            ))}
            <th scope="col" className="num">
              {t('one.confidence')}
            </th>
            <th scope="col">{t('one.flagged')}</th>
            <th scope="col">{t('one.note')}</th>
            <th scope="col">{t('one.readOn')}</th>
          </tr>
        </thead>
        <tbody>
          {reviews.map((review) => (
            <ReviewRow
              key={`${review.reader} ${review.completedAt.toISOString()}`}
              t={t}
              locale={locale}
              review={review}
              criteria={criteria}
            />
          ))}
        </tbody>
      </table>
    </TableRegion>
  )
}

type RowProps = Omit<Props, 'reviews'> & Readonly<{ t: Translator<'selection'>; review: ReviewForDecision }>

function ReviewRow({ t, locale, review, criteria }: RowProps) {
  const flags = reviewFlags.filter((flag) => review.flags.includes(flag)).map((flag) => t(`flag.${flag}`))
  return (
    <tr>
      <th scope="row" className="selection-who">
        <bdi>{review.reader}</bdi> {review.independent && <span className="badge badge--told">{t('readers.independent')}</span>}
      </th>
      <td className="num">{points(locale, review.normalised)}</td>
      <td className="num">{wholeNumber(locale, review.total)}</td>
      {criteria.map(({ key }) => (
        <td key={key} className="num">
          {review.scores.find(({ criterion }) => criterion === key)?.score}
        </td>
      ))}
      <td className="num">{review.confidence}</td>
      <td>{flags.join(translator(locale, 'staff')('comma'))}</td>
      <td>
        <span dir="auto">{review.note}</span>
      </td>
      <td>
        <Time locale={locale} at={review.completedAt} withYear />
      </td>
    </tr>
  )
}
