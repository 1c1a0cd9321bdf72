import { Time } from '#components/staff/time.tsx'
import { TableRegion } from '#components/ui/table-region.tsx'
import type { ReportLine } from '#lib/history/editing/views.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'

type Props = Readonly<{ locale: Locale; reports: readonly ReportLine[]; withEntry?: boolean }>
const shortest = 160

/** Reports in a table; each leads to the whole of it. */
export function ReportTable({ locale, reports, withEntry = true }: Props) {
  const t = translator(locale, 'historyDesk')
  return (
    <TableRegion labelledBy="reports">
      <table>
        <caption id="reports" className="vh">
          {t('reports.caption')}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('reports.when')} (UTC)</th>
            {withEntry && <th scope="col">{t('reports.about')}</th>}
            <th scope="col">{t('reports.what')}</th>
          </tr>
        </thead>
        <tbody>
          {reports.map(({ id, at, what, title, state }) => (
            <tr key={id}>
              <th scope="row" className="staff-when">
                <a href={`/staff/history/reports/${id}`}>
                  <Time locale={locale} at={at} withYear />
                  <span className="vh"> {t('reports.view')}</span>
                </a>
                <span className="story-sub">{t(`reports.state.${state}`)}</span>
              </th>
              {withEntry && <td>{title ? <bdi lang="en">{title}</bdi> : t('reports.whole')}</td>}
              <td dir="auto">{shortened(what)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  )
}

function shortened(text: string): string {
  const letters = [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text.slice(0, shortest * 4))]
  return letters.length > shortest
    ? `${letters
        .slice(0, shortest)
        .map(({ segment }) => segment)
        .join('')}…`
    : text
}
