import { requireStaff } from '#app/_auth/session.ts'
import { Bars, Days } from '#components/insights/charts.tsx'
import { ReadingInsights } from '#components/insights/reading.tsx'
import { Figure } from '#components/staff/waiting-stats.tsx'
import { now } from '#lib/foundation/clock.ts'
import { dayMonth, languageName, wholeNumber } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { insights } from '#lib/insights/queries.ts'
import type { Insights } from '#lib/insights/views.ts'
import { may } from '#lib/staff/permissions.ts'
import { funnelSteps } from '#lib/submissions/funnel.ts'
import { platformNames, postPlatforms } from '#lib/submissions/post-url.ts'
import { themes } from '#lib/submissions/schema.ts'
import { regions } from '#lib/submissions/staff/filters.ts'
import { Desk } from '../desk.tsx'
import { staffLocale } from '../language.ts'
import { Missing } from '../missing.tsx'

/** How the campaign goes, in numbers that give nobody away. */
export default async function InsightsPage() {
  const actor = await requireStaff()
  const locale = await staffLocale()
  if (!may(actor, 'insights.see')) return <Missing locale={locale} actor={actor} />
  const found = await insights(actor, now())
  const t = translator(locale, 'insights')
  const day = (key: string) => dayMonth(locale, new Date(key))
  const most = Math.max(0, ...found.days.map(({ count }) => count ?? 0))
  // Where every day with entries is hidden, the highest is as well.
  const isHidden = most === 0 && found.days.some(({ count }) => count === null)
  const about = t(isHidden ? 'daysHidden' : 'daysAbout', {
    from: day(found.days.at(0)?.key ?? now().toISOString()),
    to: day(found.days.at(-1)?.key ?? now().toISOString()),
    most: wholeNumber(locale, most),
  })
  return (
    <Desk locale={locale} actor={actor} current="insights">
      <title>{t('title')}</title>
      <h1>{t('heading')}</h1>
      <p className="muted">{t('intro')}</p>
      <dl className="stat">
        <Figure term={t('total')} value={found.total === null ? t('hidden') : wholeNumber(locale, found.total)} />
      </dl>
      <Days locale={locale} cells={found.days} label={day} about={about} />
      <ReadingInsights locale={locale} found={found} />
      <Groups locale={locale} found={found} />
    </Desk>
  )
}

function Groups({ locale, found }: Readonly<{ locale: Locale; found: Insights }>) {
  const [t, words] = [translator(locale, 'insights'), translator(locale, 'staff')]
  const named = <K extends string>(keys: readonly K[], name: (key: K) => string, otherwise: string) => {
    return (key: string) => {
      const known = keys.find((one) => one === key)
      return known === undefined ? otherwise : name(known)
    }
  }
  const language = (key: string) => (key === 'und' ? t('regionNone') : languageName(locale, key))
  const theme = named(themes, (key) => words(`theme.${key}`), t('regionNone'))
  const platform = named(postPlatforms, (key) => platformNames[key], t('regionNone'))
  const region = named(regions, (key) => words(`region.${key}`), t('regionNone'))
  const step = named(funnelSteps, (key) => t(`step.${key}`), t('regionNone'))
  return (
    <div className="insights">
      <Bars locale={locale} name="funnel" cells={found.funnel} label={step} />
      <Bars locale={locale} name="locales" cells={found.funnelLocales} label={language} />
      <Bars locale={locale} name="language" cells={found.by.language} label={language} />
      <Bars locale={locale} name="theme" cells={found.by.theme} label={theme} note={t('themeNote')} />
      <Bars locale={locale} name="platform" cells={found.by.platform} label={platform} />
      <Bars locale={locale} name="region" cells={found.by.region} label={region} />
    </div>
  )
}
