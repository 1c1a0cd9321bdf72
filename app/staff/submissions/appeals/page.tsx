import { requireStaff } from '#app/_auth/session.ts'
import { Reference } from '#components/submissions/reference.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { dateTime } from '#lib/i18n/format.ts'
import { translator } from '#lib/i18n/translator.ts'
import { may } from '#lib/staff/permissions.ts'
import { openAppeals } from '#lib/submissions/staff/appeals.ts'
import { Desk } from '../../desk.tsx'
import { staffLocale } from '../../language.ts'
import { Missing } from '../../missing.tsx'

/** Appeals that wait for a decision, the oldest first. */
export default async function AppealsPage() {
  const actor = await requireStaff()
  const locale = await staffLocale()
  if (!may(actor, 'appeal.decide')) return <Missing locale={locale} actor={actor} />
  const t = translator(locale, 'staff')
  const open = await openAppeals(actor)
  return (
    <Desk locale={locale} actor={actor} current="entries">
      <title>{t('suffix', { page: t('entry.appeals.title') })}</title>
      <div className="staff-between">
        <h1>{t('entry.appeals.title')}</h1>
        <ButtonLink look="line" href="/staff/submissions">
          {t('entry.back')}
        </ButtonLink>
      </div>
      <p>{t('entry.appeals.lead')}</p>
      {open.length === 0 && <p>{t('entry.appeals.empty')}</p>}
      <ul className="plain tasks">
        {open.map(({ reference, at }) => (
          <li key={reference}>
            <a href={`/staff/submissions/${reference}/appeal`}>
              {t('entry.appeals.decide')} <Reference>{reference}</Reference>
            </a>
            <span>{t('entry.appeals.since', { at: dateTime(locale, at) })}</span>
          </li>
        ))}
      </ul>
    </Desk>
  )
}
