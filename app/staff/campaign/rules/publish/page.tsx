import { requireStaff } from '#app/_auth/session.ts'
import { CampaignForm } from '#components/staff/campaign-form.tsx'
import { reasonMax } from '#lib/campaign/desk/form.ts'
import { doubtsAbout, type RulesDoubt } from '#lib/campaign/desk/rules-form.ts'
import { type CampaignDesk, campaignDesk, type RulesDesk, rulesDesk } from '#lib/campaign/desk/settings.ts'
import { longDate } from '#lib/i18n/format.ts'
import { defaultLocale, localeNames, locales } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { may } from '#lib/staff/permissions.ts'
import { staffLocale } from '../../../language.ts'
import { Missing } from '../../../missing.tsx'
import { CampaignPage } from '../../desk.tsx'
import { publish } from '../actions.ts'

/** What is written, looked at once more and made the rules in force. */
export default async function PublishPage() {
  const actor = await requireStaff()
  const locale = await staffLocale()
  if (!may(actor, 'campaign.set')) return <Missing locale={locale} actor={actor} />
  const [desk, rules] = await Promise.all([campaignDesk(actor), rulesDesk(actor)])
  const t = translator(locale, 'campaignDesk')
  const number = String(desk.rulesNumber + 1)
  const doubts = doubtsOf(desk, rules)
  return (
    <CampaignPage locale={locale} actor={actor} heading={t('rules.publishHeading')} done={undefined}>
      {rules.drafted.includes(defaultLocale) ? (
        <CampaignForm
          locale={locale}
          page={t('rules.publishHeading')}
          id="publish"
          heading={t('settings.version', { number })}
          fields={[
            { kind: 'tick', name: 'checked', label: t('rules.checked') },
            { kind: 'text', name: 'reason', label: t('settings.reason'), hint: t('settings.reasonHint', { max: String(reasonMax) }) },
          ]}
          values={{}}
          hidden={{ seen: rules.mark }}
          button={t('rules.publish', { number })}
          action={publish}
        >
          <p>{t('rules.publishText', { number })}</p>
          {doubts.length > 0 && (
            <div className="note note--warn">
              <p>
                <b>{t('rules.doubts')}</b>
              </p>
              <ul>
                {doubts.map(({ is, found }) => (
                  <li key={is + found}>{t(`rules.doubt.${is}`, { found: `\u2068${found}\u2069` })}</li>
                ))}
              </ul>
            </div>
          )}
        </CampaignForm>
      ) : (
        <>
          <title>{t('pageTitle', { page: t('rules.publishHeading') })}</title>
          <p>{t('rules.nothing')}</p>
        </>
      )}
    </CampaignPage>
  )
}

function doubtsOf({ settings }: CampaignDesk, rules: RulesDesk): readonly RulesDoubt[] {
  const { opensAt, closesAt, resultsAt, timeZone, poolTemplate, claimDays } = settings
  const known = [opensAt, closesAt, resultsAt].flatMap((at) => (at ? [longDate('en', at, timeZone)] : []))
  const isDecided = [closesAt, resultsAt, poolTemplate, claimDays].every((setting) => setting !== null)
  const missing = locales.filter((locale) => locale !== defaultLocale && !rules.drafted.includes(locale))
  return [
    ...doubtsAbout(rules.texts[defaultLocale]?.sections ?? [], { known, isDecided }),
    ...missing.map((locale) => ({ is: 'untranslated', found: localeNames[locale] }) as const),
  ]
}
