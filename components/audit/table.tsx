import { Time } from '#components/staff/time.tsx'
import { Ltr } from '#components/ui/ltr.tsx'
import { TableRegion } from '#components/ui/table-region.tsx'
import { actorKinds } from '#lib/audit/filters.ts'
import type { AuditLine } from '#lib/audit/views.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { type Translator, translator } from '#lib/i18n/translator.ts'

/** Where the subject of a line has a page of its own. */
const pages: Readonly<Record<string, string>> = {
  submission: '/staff/submissions/',
  staff: '/staff/people/',
  mail: '/staff/mail/',
  award: '/staff/awards/',
  film: '/staff/films/',
  story: '/staff/stories/',
}

/** A page of the record. */
export function AuditTable({ locale, lines }: Readonly<{ locale: Locale; lines: readonly AuditLine[] }>) {
  const t = translator(locale, 'auditDesk')
  return (
    <TableRegion labelledBy="record">
      <table className="audit">
        <caption id="record" className="vh">
          {t('caption')}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('line')}</th>
            <th scope="col" aria-sort="descending">
              {t('at')}
            </th>
            <th scope="col">{t('who')}</th>
            <th scope="col">{t('action')}</th>
            <th scope="col">{t('subject')}</th>
            <th scope="col">{t('facts')}</th>
            <th scope="col">{t('hash')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Line key={String(line.id)} {...{ t, locale, line }} />
          ))}
        </tbody>
      </table>
    </TableRegion>
  )
}

type LineProps = Readonly<{ t: Translator<'auditDesk'>; locale: Locale; line: AuditLine }>

function Line({ t, locale, line }: LineProps) {
  const kind = actorKinds.find((known) => known === line.actorKind)
  return (
    <tr>
      <th scope="row">{String(line.id)}</th>
      <td className="staff-when">
        <Time locale={locale} at={line.at} withYear />
      </td>
      <td>{line.actor ? <bdi>{line.actor}</bdi> : kind ? t(`actors.${kind}`) : line.actorKind}</td>
      <td>
        <Ltr>{line.action}</Ltr>
      </td>
      <td>
        <Subject line={line} />
      </td>
      <td>
        <ul className="plain">
          {line.facts.map(([name, value]) => (
            <li key={name}>
              <Ltr>
                {name}: {value}
              </Ltr>
            </li>
          ))}
        </ul>
      </td>
      <td>{line.hash ? <code title={line.hash}>{line.hash.slice(0, 8)}</code> : t('noLink')}</td>
    </tr>
  )
}

function Subject({ line: { subjectKind, subjectId, reference } }: Readonly<{ line: AuditLine }>) {
  const page = pages[subjectKind]
  const words = reference ?? `${subjectKind} ${subjectId.length > 12 ? `${subjectId.slice(0, 8)}…` : subjectId}`
  return page ? (
    <a href={page + (reference ?? subjectId)} title={subjectId}>
      <Ltr>{words}</Ltr>
    </a>
  ) : (
    <span title={subjectId}>
      <Ltr>{words}</Ltr>
    </span>
  )
}
