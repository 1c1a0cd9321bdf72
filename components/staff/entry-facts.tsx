import { Ltr } from '#components/ui/ltr.tsx'
import { SummaryList } from '#components/ui/summary-list.tsx'
import { countryName } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { binanceUserAnswers, othersShownAnswers, themes, tools } from '#lib/submissions/schema.ts'
import { regions } from '#lib/submissions/staff/filters.ts'
import type { EntryForStaff } from '#lib/submissions/staff/views.ts'
import { Time } from './time.tsx'

type Of<K extends keyof EntryForStaff> = Readonly<{ locale: Locale } & { [Name in K]: EntryForStaff[Name] }>

/** What the storyteller answered about the story. */
export function EntrySurvey({ locale, survey }: Of<'survey'>) {
  const t = translator(locale, 'staff')
  const none = t('entry.nothingChosen')
  if (!survey) return <p className="muted">{t('entry.noSurvey')}</p>
  const among = <T extends string>(known: readonly T[], stored: string) => known.find((one) => one === stored)
  const [user, others, region] = [
    among(binanceUserAnswers, survey.binanceUser),
    among(othersShownAnswers, survey.othersShown),
    among(regions, survey.region),
  ]
  const chosenThemes = themes.filter((theme) => survey.themes.includes(theme)).map((theme) => t(`theme.${theme}`))
  const chosenTools = tools.filter((tool) => survey.tools.includes(tool)).map((tool) => t(`tool.${tool}`))
  return (
    <SummaryList
      rows={[
        { key: 'themes', term: t('entry.themes'), value: chosenThemes.join(t('comma')) || none },
        { key: 'tools', term: t('entry.tools'), value: chosenTools.join(t('comma')) || none },
        { key: 'others', term: t('entry.others'), value: others ? t(`othersShown.${others}`) : survey.othersShown },
        { key: 'user', term: t('entry.usesBinance'), value: user ? t(`binanceUser.${user}`) : survey.binanceUser },
        { key: 'region', term: t('entry.regionOf'), value: region ? t(`region.${region}`) : survey.region },
      ]}
    />
  )
}

const purposes = ['rules', 'reading', 'film', 'show-post', 'publish-name', 'news'] as const
const answers = ['yes', 'ask', 'no'] as const

/** What the storyteller permits now, each with the moment of the answer. */
export function EntryPermissions({ locale, permissions }: Of<'permissions'>) {
  const t = translator(locale, 'staff')
  const rows = purposes.flatMap((purpose) => {
    const given = permissions.find((permission) => permission.purpose === purpose)
    const answer = answers.find((one) => one === given?.answer)
    if (!given || !answer) return []
    const version = given.rulesVersion === null ? '' : ` (${t('entry.rulesVersion', { number: String(given.rulesVersion) })})`
    const value = (
      <>
        {t(`answer.${answer}`)}
        {version}, <Time locale={locale} at={given.at} withYear /> UTC
      </>
    )
    return [{ key: purpose, term: t(`purpose.${purpose}`), value }]
  })
  return <SummaryList rows={rows} />
}

/** Who the storyteller is: only for those who may know. */
export function EntryPerson({ locale, person }: Readonly<{ locale: Locale; person: NonNullable<EntryForStaff['person']> }>) {
  const t = translator(locale, 'staff')
  return (
    <section className="card flow" aria-labelledby="person">
      <h2 id="person">{t('entry.person')}</h2>
      <p className="small muted">{t('entry.personHint')}</p>
      <SummaryList
        rows={[
          { key: 'name', term: t('entry.name'), value: <bdi>{person.displayName}</bdi> },
          { key: 'anonymous', term: t('entry.anonymous'), value: t(`answer.${person.anonymous ? 'yes' : 'no'}`) },
          { key: 'email', term: t('entry.email'), value: <Ltr>{person.email}</Ltr> },
          { key: 'country', term: t('entry.country'), value: countryName(locale, person.country) },
          ...(person.needs ? [{ key: 'needs', term: t('entry.needs'), value: <bdi>{person.needs}</bdi> }] : []),
        ]}
      />
    </section>
  )
}
