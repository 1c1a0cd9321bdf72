import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { type MailFilters, typedSearch } from '#lib/mail/desk/filters.ts'
import { letterStates } from '#lib/mail/desk/views.ts'
import { kindName } from './mail-words.ts'

type Props = Readonly<{ locale: Locale; filters: MailFilters; kinds: readonly string[] }>

/** What to look for among the letters: a plain form whose answers stand in the address. */
export function MailFilterForm({ locale, filters, kinds }: Props) {
  const t = translator(locale, 'mailDesk')
  const named = kinds.map((kind) => ({ kind, name: kindName(locale, kind) })).sort((a, b) => a.name.localeCompare(b.name, locale))
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
        <label>
          {t('state')}
          <select className="input" name="state" defaultValue={filters.state ?? ''}>
            <option value="">{t('any')}</option>
            {letterStates.map((state) => (
              <option key={state} value={state}>
                {t(`states.${state}`)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t('kindLabel')}
          <select className="input" name="kind" defaultValue={filters.kind ?? ''}>
            <option value="">{t('any')}</option>
            {named.map(({ kind, name }) => (
              <option key={kind} value={kind}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <button className="btn btn--line" type="submit">
          {t('apply')}
        </button>
      </form>
    </search>
  )
}
