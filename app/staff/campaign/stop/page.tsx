import { requireStaff } from '#app/_auth/session.ts'
import { CampaignForm } from '#components/staff/campaign-form.tsx'
import { reasonMax } from '#lib/campaign/desk/form.ts'
import { campaignDesk } from '#lib/campaign/desk/settings.ts'
import { stoppables } from '#lib/campaign/stoppables.ts'
import { translator } from '#lib/i18n/translator.ts'
import { may } from '#lib/staff/permissions.ts'
import { staffLocale } from '../../language.ts'
import { Missing } from '../../missing.tsx'
import { CampaignPage } from '../desk.tsx'
import { turn } from './actions.ts'

/** For when something has gone wrong: entries, payouts and publishing, each stopped or going on. */
export default async function StopPage() {
  const actor = await requireStaff()
  const locale = await staffLocale()
  if (!may(actor, 'campaign.set')) return <Missing locale={locale} actor={actor} />
  const { stopped } = await campaignDesk(actor)
  const t = translator(locale, 'campaignDesk')
  const choices = stoppables.map((value) => ({
    value,
    label: t(`stops.${value}`),
    hint: t(stopped.includes(value) ? 'stops.stopped' : 'stops.runs'),
  }))
  return (
    <CampaignPage locale={locale} actor={actor} heading={t('stops.heading')} done={undefined}>
      <p>{t('stops.text')}</p>
      <CampaignForm
        locale={locale}
        page={t('stops.heading')}
        id="turn-form"
        heading={t('stops.formHeading')}
        fields={[
          { kind: 'radios', name: 'what', label: t('stops.what'), choices },
          {
            kind: 'radios',
            name: 'turn',
            label: t('stops.turn'),
            choices: [
              { value: 'off', label: t('stops.stop') },
              { value: 'on', label: t('stops.resume') },
            ],
          },
          { kind: 'text', name: 'reason', label: t('settings.reason'), hint: t('settings.reasonHint', { max: String(reasonMax) }) },
        ]}
        values={{ turn: 'off' }}
        hidden={{}}
        button={t('stops.save')}
        action={turn}
      />
    </CampaignPage>
  )
}
