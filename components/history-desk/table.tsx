import { Badge } from '#components/history/badge.tsx'
import { TableRegion } from '#components/ui/table-region.tsx'
import type { DeskLine } from '#lib/history/editing/views.ts'
import { languageName } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'

/** The entries of the list, era by era, with what each still needs. */
export function HistoryTable({ locale, lines }: Readonly<{ locale: Locale; lines: readonly DeskLine[] }>) {
  const t = translator(locale, 'historyDesk')
  return (
    <TableRegion labelledBy="entries">
      <table className="history-table">
        <caption id="entries" className="vh">
          {t('caption')}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('column.entry')}</th>
            <th scope="col">{t('column.badge')}</th>
            <th scope="col">{t('column.clearance')}</th>
            <th scope="col">{t('column.place')}</th>
            <th scope="col">{t('column.missing')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Row key={line.id} locale={locale} line={line} />
          ))}
        </tbody>
      </table>
    </TableRegion>
  )
}

function Row({ locale, line }: Readonly<{ locale: Locale; line: DeskLine }>) {
  const t = translator(locale, 'historyDesk')
  const todo = todoWords(locale, line)
  return (
    <tr>
      <th scope="row">
        <a href={`/staff/history/${line.id}`}>
          <bdi lang="en">{line.title}</bdi>
        </a>
      </th>
      <td>
        <Badge badge={line.badge} t={translator(locale, 'history')} />
      </td>
      <td>
        {t(`publish.${line.publish}`)}
        <span className="story-sub">{t(`standing.${line.standing}`)}</span>
      </td>
      <td>{t(`placement.${line.placement}`)}</td>
      <td>
        {todo.length === 0 && t('todo.nothing')}
        {todo.map((words) => (
          <span key={words} className="story-sub">
            {words}
          </span>
        ))}
      </td>
    </tr>
  )
}

function todoWords(locale: Locale, { openReports, reviewed, untranslated }: DeskLine): string[] {
  const t = translator(locale, 'historyDesk')
  const languages = new Intl.ListFormat(locale, { type: 'conjunction' }).format(untranslated.map((one) => languageName(locale, one)))
  return [
    ...(openReports > 0 ? [t('todo.reports', { count: openReports })] : []),
    ...(reviewed ? [] : [t('todo.unreviewed')]),
    ...(untranslated.length > 0 ? [t('todo.untranslated', { languages })] : []),
  ]
}
