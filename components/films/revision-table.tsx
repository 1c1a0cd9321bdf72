import { Time } from '#components/staff/time.tsx'
import { TableRegion } from '#components/ui/table-region.tsx'
import type { ListedRevision } from '#lib/films/views.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { summaryWords } from './change-words.ts'

type Props = Readonly<{
  locale: Locale
  id: string
  /** The version on the desk. */
  head: number
  revisions: readonly ListedRevision[]
}>

/** The versions of a script, newest first, with what each changed; a version leads to what differs from the desk, its change to what differs from the one before. */
export function RevisionTable({ locale, id, head, revisions }: Props) {
  const t = translator(locale, 'filmDesk')
  return (
    <TableRegion labelledBy="versions">
      <table className="stack film-versions">
        <caption id="versions" className="vh">
          {t('revisions.caption')}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('revisions.number')}</th>
            <th scope="col">{t('revisions.changed')}</th>
            <th scope="col">{t('revisions.who')}</th>
            <th scope="col">{t('revisions.when')} (UTC)</th>
          </tr>
        </thead>
        <tbody>
          {revisions.map((revision) => (
            <Row key={revision.line.number} {...{ locale, id, head, revision }} />
          ))}
        </tbody>
      </table>
    </TableRegion>
  )
}

type RowProps = Omit<Props, 'revisions'> & Readonly<{ revision: ListedRevision }>

function Row({ locale, id, head, revision: { line, changes } }: RowProps) {
  const t = translator(locale, 'filmDesk')
  const { number, kind, restoredFrom, who, at, problems } = line
  const address = (of: number) => `/staff/films/${id}/revisions/${of}`
  const view = t('revisions.view', { number: String(number) })
  return (
    <tr>
      <th scope="row">
        {number === head ? view : <a href={address(number)}>{view}</a>}
        {number === head && <span className="film-sub">{t('revisions.newest')}</span>}
        <span className="film-sub">{t(`revisions.kind.${kind}`, { from: String(restoredFrom ?? '') })}</span>
        <span className="film-sub">{t('revisions.problems', { count: problems })}</span>
      </th>
      <td data-label={t('revisions.changed')}>
        {changes && <a href={`${address(number - 1)}?with=${number}`}>{summaryWords(locale, changes)}</a>}
      </td>
      <td data-label={t('revisions.who')}>
        <bdi>{who}</bdi>
      </td>
      <td className="staff-when" data-label={t('revisions.when')}>
        <Time locale={locale} at={at} withYear />
      </td>
    </tr>
  )
}
