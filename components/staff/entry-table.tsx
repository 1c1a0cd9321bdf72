import { Fingerprint } from '#components/staff/fingerprint.tsx'
import { Ltr } from '#components/ui/ltr.tsx'
import { TableRegion } from '#components/ui/table-region.tsx'
import { countryName, languageName } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { platformNames, postPlatforms } from '#lib/submissions/post-url.ts'
import { themes } from '#lib/submissions/schema.ts'
import type { EntryLine } from '#lib/submissions/staff/views.ts'
import { StatusBadge } from './status-badge.tsx'
import { Time } from './time.tsx'

type Props = Readonly<{ locale: Locale; lines: readonly EntryLine[]; seesPersons: boolean; year: number }>

/** A page of entries. Each has the cloth woven from its reference beside it, so that eyes find it again. */
export function EntryTable({ locale, lines, seesPersons, year }: Props) {
  const t = translator(locale, 'staff')
  return (
    <TableRegion labelledBy="entries">
      <table>
        <caption id="entries" className="vh">
          {t('list.caption')}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('list.entry')}</th>
            <th scope="col">{t('list.theme')}</th>
            <th scope="col">{t('list.language')}</th>
            <th scope="col">{t('list.platform')}</th>
            {seesPersons && <th scope="col">{t('list.country')}</th>}
            <th scope="col" aria-sort="descending">
              {t('list.received')}
            </th>
            <th scope="col">{t('list.status')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <EntryRow key={line.reference} {...{ locale, line, seesPersons, year }} />
          ))}
        </tbody>
      </table>
    </TableRegion>
  )
}

type RowProps = Readonly<{ locale: Locale; line: EntryLine; seesPersons: boolean; year: number }>

function EntryRow({ locale, line, seesPersons, year }: RowProps) {
  const t = translator(locale, 'staff')
  return (
    <tr>
      <th scope="row" className="staff-ref">
        <div>
          <Fingerprint reference={line.reference} />
          <a href={`/staff/submissions/${line.reference}`}>
            <Ltr>{line.reference}</Ltr>
          </a>
        </div>
      </th>
      <td>
        {themes
          .filter((theme) => line.themes.includes(theme))
          .map((theme) => t(`theme.${theme}`))
          .join(t('comma'))}
      </td>
      <td>{languageName(locale, line.language)}</td>
      <td>{platformOf(line.platform)}</td>
      {seesPersons && <td>{line.country && countryName(locale, line.country)}</td>}
      <td className="staff-when">
        <Time locale={locale} at={line.submittedAt} withYear={line.submittedAt.getUTCFullYear() !== year} />
      </td>
      <td>
        <StatusBadge locale={locale} status={line.status} />
      </td>
    </tr>
  )
}

/** The proper name of a platform. */
export function platformOf(stored: string): string {
  const platform = postPlatforms.find((known) => known === stored)
  return platform ? platformNames[platform] : stored
}
