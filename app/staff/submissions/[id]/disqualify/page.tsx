import { requireStaff } from '#app/_auth/session.ts'
import { DisqualifyForm } from '#components/staff/disqualify-form.tsx'
import { StatusBadge } from '#components/staff/status-badge.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { translator } from '#lib/i18n/translator.ts'
import { may } from '#lib/staff/permissions.ts'
import { canMove } from '#lib/submissions/lifecycle.ts'
import { entryOutline } from '#lib/submissions/staff/queries.ts'
import { Desk } from '../../../desk.tsx'
import { staffLocale } from '../../../language.ts'
import { Missing } from '../../../missing.tsx'
import { disqualify } from './actions.ts'

/** Where an entry is taken out of the competition for breaking a rule: what that means, and the form that does it. */
export default async function DisqualifyPage({ params }: PageProps<'/staff/submissions/[id]/disqualify'>) {
  const actor = await requireStaff()
  const [locale, { id }] = await Promise.all([staffLocale(), params])
  const entry = may(actor, 'submission.disqualify') ? await entryOutline(actor, decodeURIComponent(id)) : null
  if (!entry) return <Missing locale={locale} actor={actor} />
  const t = translator(locale, 'staff')
  const { reference, version, status } = entry
  return (
    <Desk locale={locale} actor={actor} current="entries">
      <div className="staff-between">
        <h1>{t('disqualify.page', { reference })}</h1>
        <StatusBadge locale={locale} status={status} />
        <ButtonLink look="line" href={`/staff/submissions/${reference}`}>
          {t('disqualify.entry')}
        </ButtonLink>
      </div>
      <DisqualifyForm
        locale={locale}
        reference={reference}
        version={version}
        canLeave={canMove(status, 'disqualified')}
        action={disqualify}
      />
    </Desk>
  )
}
