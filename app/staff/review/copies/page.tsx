import { requireStaff } from '#app/_auth/session.ts'
import { Reference } from '#components/submissions/reference.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { TableRegion } from '#components/ui/table-region.tsx'
import { languageName } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import type { CopyList } from '#lib/review/copies-views.ts'
import { copiesToMake } from '#lib/review/queries/copies.ts'
import { may } from '#lib/staff/permissions.ts'
import { Desk } from '../../desk.tsx'
import { staffLocale } from '../../language.ts'
import { Missing } from '../../missing.tsx'

export default async function CopiesPage() {
  const actor = await requireStaff()
  const locale = await staffLocale()
  if (!may(actor, 'redaction.prepare')) return <Missing locale={locale} actor={actor} />
  const list = await copiesToMake(actor)
  const [t, staff] = [translator(locale, 'review'), translator(locale, 'staff')]
  return (
    <Desk locale={locale} actor={actor} current="review">
      <title>{staff('suffix', { page: t('copies.title') })}</title>
      <div className="staff-between">
        <h1>{t('copies.title')}</h1>
        <ButtonLink look="line" href="/staff/review">
          {t('copies.back')}
        </ButtonLink>
      </div>
      <p className="muted">{t('copies.intro')}</p>
      {list.count > 0 ? <Lines locale={locale} list={list} /> : <p>{t('copies.nothing')}</p>}
    </Desk>
  )
}

function Lines({ locale, list }: Readonly<{ locale: Locale; list: CopyList }>) {
  const t = translator(locale, 'review')
  return (
    <TableRegion labelledBy="copies">
      <table>
        <caption id="copies">{t('copies.caption', { count: list.count })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('copies.entry')}</th>
            <th scope="col">{t('copies.language')}</th>
            <th scope="col">{t('copies.state')}</th>
          </tr>
        </thead>
        <tbody>
          {list.lines.map(({ reference, language, state }) => (
            <tr key={reference}>
              <th scope="row">
                <a href={`/staff/submissions/${reference}/copy`}>
                  <Reference>{reference}</Reference>
                </a>
              </th>
              <td>{languageName(locale, language)}</td>
              <td>{t(`copies.stateOf.${state}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  )
}
