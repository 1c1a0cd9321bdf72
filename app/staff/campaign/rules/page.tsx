import { requireStaff } from '#app/_auth/session.ts'
import { CampaignForm, type DeskField } from '#components/staff/campaign-form.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { rulesValues } from '#lib/campaign/desk/rules-form.ts'
import { campaignDesk, type RulesDesk, rulesDesk } from '#lib/campaign/desk/settings.ts'
import { ruleSections } from '#lib/campaign/sections.ts'
import { defaultLocale, type Locale, localeNames, localeOf, locales } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { may } from '#lib/staff/permissions.ts'
import { staffLocale } from '../../language.ts'
import { Missing } from '../../missing.tsx'
import { CampaignPage } from '../desk.tsx'
import { saveDraft } from './actions.ts'

/** The next version of the rules, written language by language and then published. What is in force stays as it is. */
export default async function RulesPage({ searchParams }: PageProps<'/staff/campaign/rules'>) {
  const actor = await requireStaff()
  const [locale, { language, done }] = await Promise.all([staffLocale(), searchParams])
  if (!may(actor, 'campaign.set')) return <Missing locale={locale} actor={actor} />
  const [desk, rules] = await Promise.all([campaignDesk(actor), rulesDesk(actor)])
  const t = translator(locale, 'campaignDesk')
  const written = localeOf([language].flat()[0]) ?? defaultLocale
  const text = rules.texts[written] ?? rules.texts[defaultLocale]
  return (
    <CampaignPage locale={locale} actor={actor} heading={t('rules.heading')} done={[done].flat()[0]}>
      <p>{t('rules.text', { number: String(desk.rulesNumber) })}</p>
      <Languages locale={locale} written={written} drafted={rules.drafted} />
      <CampaignForm
        key={written}
        locale={locale}
        page={t('rules.heading')}
        id="write"
        heading={localeNames[written]}
        fields={fieldsOf(locale, rules)}
        values={rulesValues(text?.sections ?? [])}
        hidden={{ language: written, version: String(rules.texts[written]?.draftVersion ?? 0) }}
        button={t('rules.save')}
        action={saveDraft}
      />
      {rules.drafted.includes(defaultLocale) ? (
        <p>
          <ButtonLink look="line" href="/staff/campaign/rules/publish">
            {t('rules.goPublish')}
          </ButtonLink>
        </p>
      ) : (
        <p className="card">{t('rules.nothing')}</p>
      )}
    </CampaignPage>
  )
}

function Languages({ locale, written, drafted }: Readonly<{ locale: Locale; written: Locale; drafted: readonly Locale[] }>) {
  const t = translator(locale, 'campaignDesk')
  return (
    <nav aria-label={t('rules.language')}>
      <ul className="plain btns">
        {locales.map((other) => (
          <li key={other}>
            <a href={`/staff/campaign/rules?language=${other}`} aria-current={other === written ? 'page' : undefined}>
              <span lang={other}>{localeNames[other]}</span> ({t(drafted.includes(other) ? 'rules.drafted' : 'rules.undrafted')})
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Each section is called by its heading in English, which everybody who writes rules knows it by. */
function fieldsOf(locale: Locale, rules: RulesDesk): DeskField[] {
  const t = translator(locale, 'campaignDesk')
  const english = rules.texts[defaultLocale]?.sections ?? []
  return ruleSections.flatMap((id): DeskField[] => {
    const section = `\u2068${english.find((one) => one.id === id)?.heading ?? id}\u2069`
    return [
      { kind: 'line', name: `${id}-heading`, label: t('rules.headingField', { section }) },
      { kind: 'text', name: `${id}-text`, label: t('rules.textField', { section }), hint: t('rules.textHint'), rows: 8 },
    ]
  })
}
