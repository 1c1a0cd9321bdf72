import { requireStaff } from '#app/_auth/session.ts'
import { InviteForm } from '#components/staff/people-invite.tsx'
import { PeopleTable } from '#components/staff/people-table.tsx'
import { translator } from '#lib/i18n/translator.ts'
import { staffDirectory } from '#lib/staff/directory.ts'
import { may } from '#lib/staff/permissions.ts'
import { invitationHours } from '#lib/staff/sign-in.ts'
import { Desk } from '../desk.tsx'
import { staffLocale } from '../language.ts'
import { Missing } from '../missing.tsx'
import { invite } from './actions.ts'

const doings = ['invited', 'removed', 'returned'] as const

/** Who works here, who did, and the form that lets somebody in. */
export default async function PeoplePage({ searchParams }: PageProps<'/staff/people'>) {
  const actor = await requireStaff()
  const [locale, { done }] = await Promise.all([staffLocale(), searchParams])
  if (!may(actor, 'people.manage')) return <Missing locale={locale} actor={actor} />
  const people = await staffDirectory(actor)
  const t = translator(locale, 'people')
  const doing = doings.find((known) => known === done)
  const gone = people.filter(({ removedAt }) => removedAt)
  return (
    <Desk locale={locale} actor={actor} current="people">
      <h1>{t('heading')}</h1>
      {doing && (
        <p className="note note--info" role="status">
          {t(`done.${doing}`)}
        </p>
      )}
      <p>{t('lead')}</p>
      <PeopleTable locale={locale} id="here" caption={t('table')} people={people.filter((one) => !one.removedAt)} ownId={actor.id} />
      <InviteForm locale={locale} hours={invitationHours} action={invite} />
      {gone.length > 0 && <PeopleTable locale={locale} id="gone" caption={t('removedHeading')} people={gone} ownId={actor.id} />}
    </Desk>
  )
}
