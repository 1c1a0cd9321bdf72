import { Ltr } from '#components/ui/ltr.tsx'
import { TableRegion } from '#components/ui/table-region.tsx'
import { languageName } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import type { PersonLine } from '#lib/staff/views.ts'
import { Time } from './time.tsx'

type Props = Readonly<{ locale: Locale; id: string; caption: string; people: readonly PersonLine[]; ownId: string }>

/** People who can, or could, sign in; each name leads to their page. */
export function PeopleTable({ locale, id, caption, people, ownId }: Props) {
  const t = translator(locale, 'people')
  return (
    <TableRegion labelledBy={id}>
      <table>
        <caption id={id}>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('person')}</th>
            <th scope="col">{t('role')}</th>
            <th scope="col">{t('independent')}</th>
            <th scope="col">{t('languages')}</th>
            <th scope="col">{t('factor')}</th>
            <th scope="col">{t('lastSeen')}</th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <Row key={person.id} locale={locale} person={person} isOwn={person.id === ownId} />
          ))}
        </tbody>
      </table>
    </TableRegion>
  )
}

function Row({ locale, person, isOwn }: Readonly<{ locale: Locale; person: PersonLine; isOwn: boolean }>) {
  const t = translator(locale, 'people')
  return (
    <tr>
      <th scope="row">
        <a href={`/staff/people/${person.id}`}>{person.name ? <bdi>{person.name}</bdi> : <Ltr>{person.email}</Ltr>}</a>
        {isOwn && <span className="muted"> ({t('you')})</span>}
        {person.name && (
          <span className="people-mail">
            <Ltr>{person.email}</Ltr>
          </span>
        )}
      </th>
      <td>{translator(locale, 'staff')(`role.${person.role}`)}</td>
      <td>{person.role === 'reviewer' && t(person.independent ? 'yes' : 'no')}</td>
      <td>{person.languages.length > 0 ? person.languages.map((tag) => languageName(locale, tag)).join(t('comma')) : t('anyLanguage')}</td>
      <td>{t(person.hasFactor ? 'on' : 'off')}</td>
      <td className="staff-when">{person.lastSeenAt ? <Time locale={locale} at={person.lastSeenAt} withYear /> : t('never')}</td>
    </tr>
  )
}
