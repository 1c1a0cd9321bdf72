import { requireStaff } from '#app/_auth/session.ts'
import { CampaignForm } from '#components/staff/campaign-form.tsx'
import { Time } from '#components/staff/time.tsx'
import { countryOptions } from '#components/submissions/options.ts'
import { TableRegion } from '#components/ui/table-region.tsx'
import { reasonMax } from '#lib/campaign/desk/form.ts'
import { type CampaignDesk, campaignDesk } from '#lib/campaign/desk/settings.ts'
import { countryName } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { may } from '#lib/staff/permissions.ts'
import { staffLocale } from '../../language.ts'
import { Missing } from '../../missing.tsx'
import { CampaignPage } from '../desk.tsx'
import { decideRegion } from './actions.ts'

/** From where people may enter, and where no prize can be given. */
export default async function RegionsPage({ searchParams }: PageProps<'/staff/campaign/regions'>) {
  const actor = await requireStaff()
  const [locale, { done }] = await Promise.all([staffLocale(), searchParams])
  if (!may(actor, 'campaign.set')) return <Missing locale={locale} actor={actor} />
  const desk = await campaignDesk(actor)
  const t = translator(locale, 'campaignDesk')
  const modes = (['open', 'story-only', 'closed', 'default'] as const).map((value) => ({ value, label: t(`regions.modes.${value}`) }))
  const countries = [{ value: 'all', label: t('regions.all') }, ...countryOptions(locale)]
  return (
    <CampaignPage locale={locale} actor={actor} heading={t('regions.heading')} done={[done].flat()[0]}>
      <p>{t('regions.text')}</p>
      <RegionTable locale={locale} desk={desk} />
      <CampaignForm
        locale={locale}
        page={t('regions.heading')}
        id="decide"
        heading={t('regions.formHeading')}
        fields={[
          { kind: 'one', name: 'country', label: t('regions.country'), options: countries, empty: t('regions.choose') },
          { kind: 'radios', name: 'mode', label: t('regions.mode'), choices: modes },
          { kind: 'text', name: 'reason', label: t('settings.reason'), hint: t('settings.reasonHint', { max: String(reasonMax) }) },
        ]}
        values={{}}
        hidden={{ version: String(desk.settings.version) }}
        button={t('regions.save')}
        action={decideRegion}
      />
    </CampaignPage>
  )
}

function RegionTable({ locale, desk }: Readonly<{ locale: Locale; desk: CampaignDesk }>) {
  const t = translator(locale, 'campaignDesk')
  return (
    <TableRegion labelledBy="where">
      <table>
        <caption id="where">{t('regions.table')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('regions.country')}</th>
            <th scope="col">{t('regions.mode')}</th>
            <th scope="col">{t('regions.reason')}</th>
            <th scope="col">{t('regions.since')}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t('regions.everywhere')}</th>
            <td>{t(`regions.modes.${desk.settings.defaultRegion}`)}</td>
            <td />
            <td />
          </tr>
          {desk.regions.map(({ country, mode, reason, decidedAt }) => (
            <tr key={country}>
              <th scope="row">{countryName(locale, country)}</th>
              <td>{t(`regions.modes.${mode}`)}</td>
              <td dir="auto">{reason}</td>
              <td className="staff-when">
                <Time locale={locale} at={decidedAt} withYear />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  )
}
