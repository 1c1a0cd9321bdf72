import { Choose } from '#components/staff/choose.tsx'
import { languageName } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { decisionFilters, type LabFilters, standingFilters } from '#lib/review/selection/filters.ts'
import { themes } from '#lib/submissions/schema.ts'

type Props = Readonly<{ locale: Locale; filters: LabFilters; languages: readonly string[] }>

/** Which entries are shown: a plain form whose answers stand in the address. */
export function LabFilterForm({ locale, filters, languages }: Props) {
  const t = translator(locale, 'selection')
  const staff = translator(locale, 'staff')
  const any = t('any')
  const decisions = decisionFilters.map((value) => ({ value, label: t(`outcome.${value}`) }))
  const standings = standingFilters.map((value) => ({ value, label: t(`standings.${value}`) }))
  const known = themes.map((value) => ({ value, label: staff(`theme.${value}`) }))
  const tags = languages.map((value) => ({ value, label: languageName(locale, value) }))
  const orders = (['normalised', 'raw'] as const).map((value) => ({ value, label: t(`orderBy.${value}`) }))
  return (
    <search>
      <form className="bar staff-filters" action="/staff/selection" method="get" aria-label={t('filter')}>
        {filters.places !== null && <input type="hidden" name="places" value={filters.places} />}
        <Choose name="by" label={t('order')} value={filters.by} options={orders} />
        <Choose name="decision" label={t('decision')} value={filters.decision} options={decisions} any={any} />
        <Choose name="standing" label={t('standing')} value={filters.standing} options={standings} any={any} />
        <Choose name="theme" label={t('theme')} value={filters.theme} options={known} any={any} />
        <Choose name="language" label={t('language')} value={filters.language} options={tags} any={any} />
        <button className="btn btn--line" type="submit">
          {t('apply')}
        </button>
      </form>
    </search>
  )
}
