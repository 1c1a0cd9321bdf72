import { auditActions } from '#lib/audit/actions.ts'
import { type AuditFilters, actorKinds } from '#lib/audit/filters.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'

type Props = Readonly<{ locale: Locale; filters: AuditFilters; people: readonly Readonly<{ id: string; name: string }>[] }>

/** Which lines to look for: a plain form whose answers stand in the address. */
export function AuditFilterForm({ locale, filters, people }: Props) {
  const t = translator(locale, 'auditDesk')
  return (
    <search>
      <form className="bar staff-filters" action="/staff/audit" method="get">
        <label>
          {t('who')}
          <select className="input" name="who" defaultValue={filters.who ?? ''}>
            <option value="">{t('any')}</option>
            {actorKinds.map((kind) => (
              <option key={kind} value={kind}>
                {t(`actors.${kind}`)}
              </option>
            ))}
            {people.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t('action')}
          <select className="input" name="action" defaultValue={filters.action ?? ''}>
            <option value="">{t('any')}</option>
            {[...auditActions].sort().map((action) => (
              <option key={action} value={action}>
                {action}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t('subject')}
          <input
            className="input"
            name="subject"
            dir="ltr"
            autoComplete="off"
            spellCheck="false"
            maxLength={100}
            defaultValue={filters.subject ?? ''}
          />
        </label>
        <label>
          {t('from')}
          <input className="input" type="date" name="from" defaultValue={filters.from ?? ''} />
        </label>
        <label>
          {t('to')}
          <input className="input" type="date" name="to" defaultValue={filters.to ?? ''} />
        </label>
        <button className="btn btn--line" type="submit">
          {t('apply')}
        </button>
      </form>
    </search>
  )
}
