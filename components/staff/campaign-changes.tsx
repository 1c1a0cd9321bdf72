import { TableRegion } from '#components/ui/table-region.tsx'
import { countryName } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { Time } from './time.tsx'

type Line = Readonly<{ id: string; at: Date; by: string; setting: string; from: string | null; to: string | null; reason: string }>

const named = [
  'timeZone',
  'opensAt',
  'closesAt',
  'resultsAt',
  'claimDays',
  'payWithinDays',
  'poolTemplate',
  'contact',
  'controller',
] as const

/** Who changed which setting, when, from what to what, and why. */
export function ChangeTable({ locale, changes }: Readonly<{ locale: Locale; changes: readonly Line[] }>) {
  const t = translator(locale, 'campaignDesk')
  if (changes.length === 0) return <p>{t('changes.none')}</p>
  return (
    <TableRegion labelledBy="changes">
      <table>
        <caption id="changes">{t('changes.table')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('changes.at')}</th>
            <th scope="col">{t('changes.setting')}</th>
            <th scope="col">{t('changes.from')}</th>
            <th scope="col">{t('changes.to')}</th>
            <th scope="col">{t('changes.by')}</th>
            <th scope="col">{t('changes.reason')}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => (
            <tr key={change.id}>
              <th scope="row" className="staff-when">
                <Time locale={locale} at={change.at} withYear />
              </th>
              <td>{settingWords(locale, change.setting)}</td>
              <td>
                <Value locale={locale} value={change.from} />
              </td>
              <td>
                <Value locale={locale} value={change.to} />
              </td>
              <td>
                <bdi>{change.by}</bdi>
              </td>
              <td dir="auto">{change.reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  )
}

function settingWords(locale: Locale, setting: string): string {
  const t = translator(locale, 'campaignDesk')
  const [kind, what = ''] = setting.split(':')
  if (kind === 'region') return what ? countryName(locale, what) : t('changes.settings.region')
  if (kind === 'stop') return what === 'entries' || what === 'payouts' || what === 'publishing' ? t(`stops.${what}`) : what
  if (kind === 'rules') return t('changes.settings.rules')
  const known = named.find((name) => name === kind)
  return known ? t(`changes.settings.${known}`) : setting
}

function Value({ locale, value }: Readonly<{ locale: Locale; value: string | null }>) {
  const t = translator(locale, 'campaignDesk')
  if (value === null) return <span className="muted">{t('none')}</span>
  if (/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(value)) return <Time locale={locale} at={new Date(value)} withYear />
  if (value === 'runs' || value === 'stopped') return t(`stops.${value}`)
  if (value === 'open' || value === 'story-only' || value === 'closed' || value === 'default') return t(`regions.modes.${value}`)
  if (value === 'equal' || value === 'tiers' || value === 'series') return t(`settings.templates.${value}`)
  return <bdi>{value}</bdi>
}
