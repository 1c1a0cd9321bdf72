import { requireStaff } from '#app/_auth/session.ts'
import { DisqualifyForm } from '#components/staff/disqualify-form.tsx'
import { DisqualifyProposal } from '#components/staff/disqualify-proposal.tsx'
import { StatusBadge } from '#components/staff/status-badge.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { dateTime } from '#lib/i18n/format.ts'
import { translator } from '#lib/i18n/translator.ts'
import { may } from '#lib/staff/permissions.ts'
import { canMove } from '#lib/submissions/lifecycle.ts'
import { openDisqualification } from '#lib/submissions/staff/disqualifications.ts'
import { entryOutline } from '#lib/submissions/staff/queries.ts'
import { Desk } from '../../../desk.tsx'
import { staffLocale } from '../../../language.ts'
import { Missing } from '../../../missing.tsx'
import { answerProposal, disqualify } from './actions.ts'

/** Where an entry is taken out of the competition for breaking a rule: proposed by one admin, confirmed or dropped by another. */
export default async function DisqualifyPage({ params, searchParams }: PageProps<'/staff/submissions/[id]/disqualify'>) {
  const actor = await requireStaff()
  const [locale, { id }, { done }] = await Promise.all([staffLocale(), params, searchParams])
  const entry = may(actor, 'submission.disqualify') ? await entryOutline(actor, decodeURIComponent(id)) : null
  if (!entry) return <Missing locale={locale} actor={actor} />
  const open = await openDisqualification(actor, entry.id)
  const t = translator(locale, 'staff')
  const { reference, version, status } = entry
  const said = (['proposed', 'dropped', 'waits', 'decided'] as const).find((known) => known === [done].flat()[0])
  return (
    <Desk locale={locale} actor={actor} current="entries">
      <div className="staff-between">
        <h1>{t('disqualify.page', { reference })}</h1>
        <StatusBadge locale={locale} status={status} />
        <ButtonLink look="line" href={`/staff/submissions/${reference}`}>
          {t('disqualify.entry')}
        </ButtonLink>
      </div>
      {said && (
        <p className="note note--info" role="status">
          {t(`disqualify.said.${said}`)}
        </p>
      )}
      {open ? (
        <DisqualifyProposal
          locale={locale}
          reference={reference}
          proposal={{ ...open, at: dateTime(locale, open.at) }}
          action={answerProposal}
        />
      ) : (
        <DisqualifyForm
          locale={locale}
          reference={reference}
          version={version}
          canLeave={canMove(status, 'disqualified')}
          action={disqualify}
        />
      )}
    </Desk>
  )
}
