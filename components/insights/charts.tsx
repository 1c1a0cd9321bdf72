import { TableRegion } from '#components/ui/table-region.tsx'
import { wholeNumber } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import type { ShownCell } from '#lib/insights/suppress.ts'

export type ChartName = 'funnel' | 'locales' | 'days' | 'language' | 'theme' | 'platform' | 'region'
type Props = Readonly<{ locale: Locale; name: ChartName; cells: readonly ShownCell[]; label: (key: string) => string; note?: string }>

/** Bars and their numbers in one table. A hidden number has no bar, so that its length tells nothing. */
export function Bars({ locale, name, cells, label, note }: Props) {
  const t = translator(locale, 'insights')
  return (
    <div className="flow">
      <h2 id={`chart-${name}`}>{t(`chart.${name}.heading`)}</h2>
      {note && <p className="muted">{note}</p>}
      {cells.length === 0 ? <p>{t('none')}</p> : <Numbers {...{ locale, name, cells, label }} bars />}
    </div>
  )
}

/** One column a day, and the same numbers in a table that opens. */
export function Days({ locale, cells, label, about }: Omit<Props, 'name' | 'note'> & Readonly<{ about: string }>) {
  const t = translator(locale, 'insights')
  const most = highest(cells)
  return (
    <div className="flow">
      <h2 id="chart-days">{t('chart.days.heading')}</h2>
      <p className="muted" id="days-about">
        {about}
      </p>
      <svg
        className="chart"
        viewBox={`0 0 ${cells.length * 10} 100`}
        preserveAspectRatio="none"
        role="img"
        aria-labelledby="days-title days-desc"
      >
        <title id="days-title">{t('chart.days.heading')}</title>
        <desc id="days-desc">{about}</desc>
        <path className="chart__floor" d={`M0 100H${cells.length * 10}`} />
        {cells.map(({ key, count }, index) =>
          count === null ? (
            <path key={key} className="chart__hidden" d={`M${index * 10 + 1} 88l8 6M${index * 10 + 1} 94l8 6`} />
          ) : (
            <rect key={key} x={index * 10 + 1} width={8} y={100 - (count / most) * 100} height={(count / most) * 100} />
          ),
        )}
      </svg>
      <details>
        <summary>{t('table')}</summary>
        <Numbers {...{ locale, cells, label }} name="days" bars={false} />
      </details>
    </div>
  )
}

function Numbers({ locale, name, cells, label, bars }: Props & Readonly<{ bars: boolean }>) {
  const t = translator(locale, 'insights')
  const most = highest(cells)
  return (
    <TableRegion labelledBy={`table-${name}`}>
      <table className="numbers">
        <caption id={`table-${name}`} className="vh">
          {t(`chart.${name}.heading`)}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t(`chart.${name}.column`)}</th>
            <th scope="col">{t('number')}</th>
          </tr>
        </thead>
        <tbody>
          {cells.map(({ key, count }) => (
            <tr key={key}>
              <th scope="row">
                {label(key)}
                {bars && (
                  <svg className="chart chart--row" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
                    {count !== null && <rect width={(count / most) * 100} height={4} />}
                  </svg>
                )}
              </th>
              <td>{count === null ? t('hidden') : wholeNumber(locale, count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  )
}

function highest(cells: readonly ShownCell[]): number {
  return Math.max(1, ...cells.map(({ count }) => count ?? 0))
}
