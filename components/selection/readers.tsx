import { TableRegion } from '#components/ui/table-region.tsx'
import { wholeNumber } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { type Translator, translator } from '#lib/i18n/translator.ts'
import type { ReaderFigures } from '#lib/review/selection/views.ts'
import { difference, points, ratio } from './words.ts'

const columns = ['count', 'mean', 'spread', 'leniency', 'drift', 'agreement'] as const

/** How each reviewer scores. */
export function Readers({ locale, readers }: Readonly<{ locale: Locale; readers: readonly ReaderFigures[] }>) {
  const t = translator(locale, 'selection')
  if (readers.length === 0) return null
  return (
    <section className="flow" aria-labelledby="readers">
      <h2 id="readers">{t('readers.heading')}</h2>
      <p>{t('readers.text')}</p>
      <TableRegion labelledBy="readers-caption">
        <table>
          <caption id="readers-caption" className="vh">
            {t('readers.caption')}
          </caption>
          <thead>
            <tr>
              <th scope="col">{t('readers.reader')}</th>
              {columns.map((column) => (
                <th key={column} scope="col" className="num">
                  {t(`readers.${column}`)}
                </th>
              ))}
              <th scope="col">{t('readers.scale')}</th>
            </tr>
          </thead>
          <tbody>
            {readers.map((reader) => (
              <tr key={reader.reviewer}>
                <th scope="row" className="selection-who">
                  <bdi>{reader.name}</bdi> {reader.independent && <span className="badge badge--told">{t('readers.independent')}</span>}
                </th>
                {columns.map((column) => (
                  <td key={column} className="num">
                    {figure(t, locale, reader, column)}
                  </td>
                ))}
                <td>{t(reader.isNormalised ? 'yes' : 'no')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableRegion>
    </section>
  )
}

function figure(t: Translator<'selection'>, locale: Locale, reader: ReaderFigures, column: (typeof columns)[number]): string {
  const value = reader[column]
  if (value === null) return t('readers.unknown')
  if (column === 'count') return wholeNumber(locale, value)
  if (column === 'agreement') return ratio(locale, value)
  if (column === 'leniency') return difference(locale, value)
  if (column !== 'drift') return points(locale, value)
  return reader.isDriftClear ? t('readers.driftClear', { points: difference(locale, value) }) : difference(locale, value)
}
