import { requireStaff } from '#app/_auth/session.ts'
import { CampaignForm, type DeskField } from '#components/staff/campaign-form.tsx'
import { type DeskValues, daysMax, poolTemplates, reasonMax } from '#lib/campaign/desk/form.ts'
import { type CampaignDesk, campaignDesk } from '#lib/campaign/desk/settings.ts'
import { timeZones, wallTime } from '#lib/campaign/zoned.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { may } from '#lib/staff/permissions.ts'
import { staffLocale } from '../../language.ts'
import { Missing } from '../../missing.tsx'
import { CampaignPage } from '../desk.tsx'
import { saveSettings } from './actions.ts'

/** Dates, periods and words of the contest, changed with a reason. */
export default async function SettingsPage() {
  const actor = await requireStaff()
  const locale = await staffLocale()
  if (!may(actor, 'campaign.set')) return <Missing locale={locale} actor={actor} />
  const { settings } = await campaignDesk(actor)
  const t = translator(locale, 'campaignDesk')
  return (
    <CampaignPage locale={locale} actor={actor} heading={t('settings.heading')} done={undefined}>
      <CampaignForm
        locale={locale}
        page={t('settings.heading')}
        id="set"
        heading={t('settings.formHeading')}
        fields={fieldsOf(locale)}
        values={valuesOf(settings)}
        hidden={{ version: String(settings.version) }}
        button={t('settings.save')}
        action={saveSettings}
      />
    </CampaignPage>
  )
}

function fieldsOf(locale: Locale): DeskField[] {
  const t = translator(locale, 'campaignDesk')
  const zones = timeZones.map((value) => ({ value, label: value }))
  const templates = poolTemplates.map((value) => ({ value, label: t(`settings.templates.${value}`) }))
  const daysHint = t('settings.daysHint', { max: String(daysMax) })
  return [
    { kind: 'one', name: 'timeZone', label: t('settings.zone'), hint: t('settings.zoneHint'), options: zones, empty: '' },
    { kind: 'time', name: 'opensAt', label: t('settings.opens'), hint: t('settings.opensHint') },
    { kind: 'time', name: 'resultsAt', label: t('settings.results'), hint: t('settings.resultsHint') },
    { kind: 'one', name: 'poolTemplate', label: t('settings.template'), options: templates, empty: t('none') },
    { kind: 'days', name: 'claimDays', label: t('settings.claimDays'), hint: daysHint },
    { kind: 'days', name: 'payWithinDays', label: t('settings.payDays'), hint: daysHint },
    { kind: 'line', name: 'contact', label: t('settings.contact'), hint: t('settings.contactHint') },
    { kind: 'text', name: 'controller', label: t('settings.controller'), hint: t('settings.controllerHint') },
    { kind: 'text', name: 'reason', label: t('settings.reason'), hint: t('settings.reasonHint', { max: String(reasonMax) }) },
  ]
}

function valuesOf(settings: CampaignDesk['settings']): DeskValues {
  const wall = (at: Date | null) => (at ? wallTime(at, settings.timeZone) : '')
  return {
    timeZone: settings.timeZone,
    opensAt: wall(settings.opensAt),
    resultsAt: wall(settings.resultsAt),
    poolTemplate: settings.poolTemplate ?? '',
    claimDays: settings.claimDays === null ? '' : String(settings.claimDays),
    payWithinDays: settings.payWithinDays === null ? '' : String(settings.payWithinDays),
    contact: settings.contact ?? '',
    controller: settings.controller ?? '',
  }
}
