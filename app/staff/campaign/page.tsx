import { requireStaff } from '#app/_auth/session.ts'
import { ChangeTable } from '#components/staff/campaign-changes.tsx'
import { LaunchList } from '#components/staff/campaign-list.tsx'
import { SummaryList, type SummaryRow } from '#components/ui/summary-list.tsx'
import { launchList } from '#lib/campaign/desk/checklist.ts'
import { type CampaignDesk, campaignDesk } from '#lib/campaign/desk/settings.ts'
import { currentCampaign } from '#lib/campaign/queries.ts'
import { stoppables } from '#lib/campaign/stoppables.ts'
import { env } from '#lib/foundation/env.ts'
import { amount, dateTime } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { may } from '#lib/staff/permissions.ts'
import { Desk } from '../desk.tsx'
import { staffLocale } from '../language.ts'
import { Missing } from '../missing.tsx'
import { Done } from './desk.tsx'

/** How the contest is set, what has to be decided before the launch, and what was changed. */
export default async function Campaign({ searchParams }: PageProps<'/staff/campaign'>) {
  const actor = await requireStaff()
  const [locale, { done }] = await Promise.all([staffLocale(), searchParams])
  if (!may(actor, 'campaign.see')) return <Missing locale={locale} actor={actor} />
  const [desk, told] = await Promise.all([campaignDesk(actor), currentCampaign()])
  const t = translator(locale, 'campaignDesk')
  return (
    <Desk locale={locale} actor={actor} current="campaign">
      <title>{t('title')}</title>
      <h1>{t('heading')}</h1>
      <Done locale={locale} done={[done].flat()[0]} />
      {desk.proposal && (
        <p className="note note--warn">
          {t('closing.waitsHeading')}. <a href="/staff/campaign/closing">{t('closing.heading')}</a>
        </p>
      )}
      <LaunchList locale={locale} lines={launchList(desk, env().SMTP_URL !== undefined)} />
      <section className="flow" aria-labelledby="settings">
        <h2 id="settings">{t('settings.heading')}</h2>
        <SummaryList rows={rowsOf(locale, desk, `${amount(locale, told.poolUnits)} ${told.poolCurrency}`, may(actor, 'campaign.set'))} />
      </section>
      <section className="flow" aria-labelledby="changed">
        <h2 id="changed">{t('changes.heading')}</h2>
        <ChangeTable locale={locale} changes={desk.changes} />
      </section>
    </Desk>
  )
}

function rowsOf(locale: Locale, { settings, regions, rulesNumber, stopped }: CampaignDesk, pool: string, maySet: boolean): SummaryRow[] {
  const t = translator(locale, 'campaignDesk')
  const at = (moment: Date | null) => (moment ? dateTime(locale, moment, settings.timeZone) : t('none'))
  const days = (count: number | null) => (count === null ? t('none') : t('settings.days', { count }))
  const template = settings.poolTemplate
  const shared = template === 'equal' || template === 'tiers' || template === 'series' ? t(`settings.templates.${template}`) : t('none')
  const row = (key: string, term: string, value: SummaryRow['value'], page: string): SummaryRow => ({
    ...{ key, term, value },
    ...(maySet ? { change: { href: `/staff/campaign/${page}`, word: t('change'), what: term } } : {}),
  })
  return [
    row('opens', t('settings.opens'), at(settings.opensAt), 'settings'),
    row('closes', t('settings.closes'), at(settings.closesAt), 'closing'),
    row('results', t('settings.results'), at(settings.resultsAt), 'settings'),
    row('zone', t('settings.zone'), settings.timeZone, 'settings'),
    row('regions', t('regions.heading'), `${t(`regions.modes.${settings.defaultRegion}`)} (+${regions.length})`, 'regions'),
    row('rules', t('settings.rules'), t('settings.version', { number: String(rulesNumber) }), 'rules'),
    { key: 'pool', term: t('settings.pool'), value: pool },
    row('template', t('settings.template'), shared, 'settings'),
    row('claim', t('settings.claimDays'), days(settings.claimDays), 'settings'),
    row('pay', t('settings.payDays'), days(settings.payWithinDays), 'settings'),
    row('contact', t('settings.contact'), <bdi>{settings.contact ?? t('none')}</bdi>, 'settings'),
    row('controller', t('settings.controller'), <bdi>{settings.controller ?? t('none')}</bdi>, 'settings'),
    ...stoppables.map((what) => row(what, t(`stops.${what}`), t(stopped.includes(what) ? 'stops.stopped' : 'stops.runs'), 'stop')),
  ]
}
