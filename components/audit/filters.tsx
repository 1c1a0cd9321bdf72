import { Choose } from '#components/staff/choose.tsx'
import { auditActions } from '#lib/audit/actions.ts'
import { type AuditFilters, actorKinds } from '#lib/audit/filters.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'

type Props = Readonly<{ locale: Locale; filters: AuditFilters; people: readonly Readonly<{ id: string; name: string }>[] }>

/** Which lines to look for: a plain form whose answers stand in the address. */
export function AuditFilterForm({ locale, filters, people }: Props) {
  const t = translator(locale, 'auditDesk')
  const any = t('any')
  const actors = [
    ...actorKinds.map((value) => ({ value: value as string, label: t(`actors.${value}`) })),
    ...people.map(({ id, name }) => ({ value: id, label: name })),
  ]
  return (
    <search>
      <form className="bar staff-filters" action="/staff/audit" method="get">
        <Choose {...{ any, name: 'who', label: t('who'), value: filters.who, options: actors }} />
        <Choose
          {...{ any, name: 'action', label: t('action'), value: filters.action }}
          options={[...auditActions].sort().map((action) => ({ value: action, label: action }))}
        />
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
