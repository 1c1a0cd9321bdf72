import { badgeKeys } from '#lib/history/badges.ts'
import { type DeskFilters, looks } from '#lib/history/editing/filters.ts'
import { publishing } from '#lib/history/schema.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'

type Props = Readonly<{ locale: Locale; filters: DeskFilters; eras: readonly Readonly<{ id: string; name: string }>[] }>

/** What to look for: a plain form whose answers stand in the address. */
export function HistoryFilterForm({ locale, filters, eras }: Props) {
  const [t, history] = [translator(locale, 'historyDesk'), translator(locale, 'history')]
  const any = t('filter.any')
  return (
    <search>
      <form className="bar staff-filters history-filters" action="/staff/history" method="get">
        <Choose
          {...{ any, name: 'era', label: t('filter.era'), value: filters.era }}
          options={eras.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Choose
          {...{ any, name: 'badge', label: t('filter.badge'), value: filters.badge }}
          options={badgeKeys.map((value) => ({ value, label: history(`badge.${value}`) }))}
        />
        <Choose
          {...{ any, name: 'publish', label: t('filter.publish'), value: filters.publish }}
          options={publishing.map((value) => ({ value, label: t(`publish.${value}`) }))}
        />
        <Choose
          {...{ any, name: 'look', label: t('filter.look'), value: filters.look }}
          options={looks.map((value) => ({ value, label: t(`look.${value}`) }))}
        />
        <button className="btn btn--line" type="submit">
          {t('filter.apply')}
        </button>
      </form>
    </search>
  )
}

type ChooseProps = Readonly<{
  name: string
  label: string
  value: string | null
  any: string
  options: readonly Readonly<{ value: string; label: string }>[]
}>

function Choose({ name, label, value, any, options }: ChooseProps) {
  return (
    <label>
      {label}
      <select className="input" name={name} defaultValue={value ?? ''}>
        <option value="">{any}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  )
}
