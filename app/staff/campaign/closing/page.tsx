import { requireStaff } from '#app/_auth/session.ts'
import { ClosingProposal } from '#components/staff/campaign-closing.tsx'
import { CampaignForm } from '#components/staff/campaign-form.tsx'
import { reasonMax } from '#lib/campaign/desk/form.ts'
import { campaignDesk, type Proposal } from '#lib/campaign/desk/settings.ts'
import { wallTime } from '#lib/campaign/zoned.ts'
import { dateTime } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { may } from '#lib/staff/permissions.ts'
import { staffLocale } from '../../language.ts'
import { Missing } from '../../missing.tsx'
import { CampaignPage } from '../desk.tsx'
import { answerProposal, changeDate } from './actions.ts'

/** The closing date: proposed by one admin and confirmed by another. */
export default async function ClosingPage({ searchParams }: PageProps<'/staff/campaign/closing'>) {
  const actor = await requireStaff()
  const [locale, { done }] = await Promise.all([staffLocale(), searchParams])
  if (!may(actor, 'campaign.set')) return <Missing locale={locale} actor={actor} />
  const { settings, proposal } = await campaignDesk(actor)
  const t = translator(locale, 'campaignDesk')
  const { closesAt, timeZone } = settings
  return (
    <CampaignPage locale={locale} actor={actor} heading={t('closing.heading')} done={[done].flat()[0]}>
      <p>{t('closing.text')}</p>
      <p>{closesAt ? t('closing.current', { at: dateTime(locale, closesAt, timeZone) }) : t('closing.currentNone')}</p>
      {proposal ? (
        <ClosingProposal
          locale={locale}
          proposalId={proposal.id}
          words={proposed(locale, proposal, timeZone)}
          isOwn={proposal.by.id === actor.id}
          action={answerProposal}
        />
      ) : (
        <CampaignForm
          locale={locale}
          page={t('closing.heading')}
          id="close"
          heading={t('closing.heading')}
          fields={[
            { kind: 'time', name: 'closesAt', label: t('closing.field'), hint: t('closing.fieldHint', { zone: timeZone }) },
            { kind: 'text', name: 'reason', label: t('settings.reason'), hint: t('settings.reasonHint', { max: String(reasonMax) }) },
          ]}
          values={{ closesAt: closesAt ? wallTime(closesAt, timeZone) : '' }}
          hidden={{ version: String(settings.version), zone: timeZone }}
          button={t('closing.propose')}
          action={changeDate}
        />
      )}
    </CampaignPage>
  )
}

function proposed(locale: Locale, { by, to, reason }: Proposal, timeZone: string): string {
  const t = translator(locale, 'campaignDesk')
  const isolated = (words: string) => `\u2068${words}\u2069`
  const date = to ? dateTime(locale, to, timeZone) : t('closing.never')
  return t('closing.waits', { who: isolated(by.name), to: date, reason: isolated(reason) })
}
