import { Ltr } from '#components/ui/ltr.tsx'
import { TableRegion } from '#components/ui/table-region.tsx'
import { retention, retentionDays } from '#lib/campaign/retention.ts'
import type { Translator } from '#lib/i18n/translator.ts'

type Props = { readonly t: Translator<'privacy'> }

const kept = [
  'eligibility',
  'binanceUser',
  'post',
  'story',
  'name',
  'email',
  'phrase',
  'needs',
  'permissions',
  'history',
  'network',
] as const

/** What is kept of somebody who enters, and why. */
export function KeptTable({ t }: Props) {
  return (
    <TableRegion labelledBy="kept-caption">
      <table>
        <caption id="kept-caption">{t('kept.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('kept.what')}</th>
            <th scope="col">{t('kept.why')}</th>
          </tr>
        </thead>
        <tbody>
          {kept.map((key) => (
            <tr key={key}>
              <th scope="row">{t(`kept.${key}`)}</th>
              <td>{t(`kept.${key}Why`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  )
}

const remarks = { letters: 'letters', payments: 'payments', logs: 'logs' } as const

type Rule = (typeof retention)[number]

function remarkOn({ kept: what, afterwards }: Rule): 'time.skeleton' | 'time.letters' | 'time.payments' | 'time.logs' | null {
  if (afterwards === 'skeleton') return 'time.skeleton'
  return what in remarks ? `time.${remarks[what as keyof typeof remarks]}` : null
}

/** The retention schedule in words. */
export function TimeTable({ t }: Props) {
  return (
    <TableRegion labelledBy="time-caption">
      <table>
        <caption id="time-caption">{t('time.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('kept.what')}</th>
            <th scope="col">{t('time.how')}</th>
          </tr>
        </thead>
        <tbody>
          {retention.map((rule) => {
            const remark = remarkOn(rule)
            return (
              <tr key={rule.kept}>
                <th scope="row">{t(`time.what.${rule.kept}`)}</th>
                <td>
                  {rule.days === null ? t('time.law') : t(`time.from.${rule.from}`, { days: rule.days })}. {remark && t(remark)}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </TableRegion>
  )
}

/** The five cookies this site can set, apart from those of a sign-in with a work account while it is under way. */
export function CookieTable({ t }: Props) {
  const cookies = [
    { name: 'hob-draft', purpose: t('cookies.draft'), time: t('cookies.days', { days: retentionDays('drafts') ?? 0 }) },
    { name: 'hob-session', purpose: t('cookies.session'), time: t('cookies.hours', { hours: 8 }) },
    { name: 'hob-locale', purpose: t('cookies.locale'), time: t('cookies.year') },
    { name: 'hob-keys', purpose: t('cookies.keys'), time: t('cookies.year') },
    { name: 'hob-theme', purpose: t('cookies.theme'), time: t('cookies.year') },
  ]
  return (
    <TableRegion labelledBy="cookies-caption">
      <table>
        <caption id="cookies-caption">{t('cookies.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('cookies.name')}</th>
            <th scope="col">{t('cookies.purpose')}</th>
            <th scope="col">{t('cookies.how')}</th>
          </tr>
        </thead>
        <tbody>
          {cookies.map(({ name, purpose, time }) => (
            <tr key={name}>
              <th scope="row">
                <Ltr>{name}</Ltr>
              </th>
              <td>{purpose}</td>
              <td>{time}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  )
}
