import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { type MailFilters, typedSearch } from '#lib/mail/desk/filters.ts'
import { letterStates } from '#lib/mail/desk/views.ts'
import { Choose } from './choose.tsx'
import { kindName } from './mail-words.ts'

type Props = Readonly<{ locale: Locale; filters: MailFilters; kinds: readonly string[] }>

/** What to look for among the letters: a plain form whose answers stand in the address. */
export function MailFilterForm({ locale, filters, kinds }: Props) {
  const t = translator(locale, 'mailDesk')
  const any = t('any')
  const named = kinds.map((value) => ({ value, label: kindName(locale, value) })).sort((a, b) => a.label.localeCompare(b.label, locale))
  return (
    <search>
      <form className="bar staff-filters" action="/staff/mail" method="get">
        <label className="grow">
          {t('search')}
          <input
            className="input"
            type="search"
            name="q"
            dir="ltr"
            autoComplete="off"
            spellCheck="false"
            defaultValue={typedSearch(filters.search)}
          />
        </label>
        <Choose
          {...{ any, name: 'state', label: t('state'), value: filters.state }}
          options={letterStates.map((value) => ({ value, label: t(`states.${value}`) }))}
        />
        <Choose {...{ any, name: 'kind', label: t('kindLabel'), value: filters.kind, options: named }} />
        <button className="btn btn--line" type="submit">
          {t('apply')}
        </button>
      </form>
    </search>
  )
}
