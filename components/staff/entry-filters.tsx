import { countryOptions, languageOptions } from '#components/submissions/options.ts'
import type { Option } from '#components/ui/field.tsx'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { statuses } from '#lib/submissions/lifecycle.ts'
import { platformNames, postPlatforms } from '#lib/submissions/post-url.ts'
import { themes } from '#lib/submissions/schema.ts'
import { type EntryFilters, regions } from '#lib/submissions/staff/filters.ts'

type Props = Readonly<{ locale: Locale; filters: EntryFilters; seesPersons: boolean }>

/** What to look for: a plain form whose answers stand in the address, so that a view can be kept and passed on. */
export function EntryFilterForm({ locale, filters, seesPersons }: Props) {
  const t = translator(locale, 'staff')
  const any = { value: '', label: t('list.any') }
  const statusOptions = [...statuses.map((value) => ({ value, label: t(`status.${value}`) })), { value: 'all', label: t('list.all') }]
  return (
    <search>
      <form className="bar staff-filters" action="/staff/submissions" method="get">
        <label className="grow">
          {t(seesPersons ? 'list.searchWithMail' : 'list.search')}
          <input
            className="input"
            type="search"
            name="q"
            dir="ltr"
            autoComplete="off"
            spellCheck="false"
            defaultValue={typedSearch(filters)}
          />
        </label>
        <Choose name="status" label={t('list.status')} value={filters.status ?? 'all'} options={statusOptions} />
        <Choose
          name="theme"
          label={t('list.theme')}
          value={filters.theme}
          options={[any, ...themes.map((value) => ({ value, label: t(`theme.${value}`) }))]}
        />
        <Choose name="language" label={t('list.language')} value={filters.language} options={[any, ...languageOptions(locale)]} />
        <Choose
          name="platform"
          label={t('list.platform')}
          value={filters.platform}
          options={[any, ...postPlatforms.map((value) => ({ value, label: platformNames[value] }))]}
        />
        <Choose
          name="region"
          label={t('list.region')}
          value={filters.region}
          options={[any, ...regions.map((value) => ({ value, label: t(`region.${value}`) }))]}
        />
        {seesPersons && (
          <Choose name="country" label={t('list.country')} value={filters.country} options={[any, ...countryOptions(locale)]} />
        )}
        <button className="btn btn--line" type="submit">
          {t('list.apply')}
        </button>
      </form>
    </search>
  )
}

type ChooseProps = Readonly<{ name: string; label: string; value: string | null; options: readonly Option[] }>

function Choose({ name, label, value, options }: ChooseProps) {
  const chosen = value ?? ''
  const listed = options.some((option) => option.value === chosen)
  return (
    <label>
      {label}
      <select className="input" name={name} defaultValue={chosen}>
        {!listed && <option value={chosen}>{chosen}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  )
}

function typedSearch({ search }: EntryFilters): string {
  if (!search) return ''
  if ('reference' in search) return search.reference
  return 'email' in search ? search.email : search.unreadable
}
