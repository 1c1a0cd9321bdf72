import { Button } from '#components/ui/button.tsx'
import { type HistoryFilters, type Person, persons, topics } from '#lib/history/filters.ts'
import { type Locale, localPath } from '#lib/i18n/locales.ts'
import type { Translator } from '#lib/i18n/translator.ts'

type Props = { readonly filters: HistoryFilters; readonly locale: Locale; readonly t: Translator<'history'> }

/** The choice of founder and topic: a form that asks for an address, so every choice can be kept and shared. */
export function Filters({ filters, locale, t }: Props) {
  const page = localPath(locale, '/history')
  const active = filters.person !== null || filters.topic !== null
  return (
    <details className="filterbox" open={active}>
      <summary>{t('filter.summary')}</summary>
      <form className="filters" action={page} method="get">
        <fieldset>
          <legend>{t('filter.person')}</legend>
          <PersonChoice value="" chosen={filters.person ?? ''} label={t('filter.anyone')} />
          {persons.map((person) => (
            <PersonChoice key={person} value={person} chosen={filters.person ?? ''} label={personLabel(person, t)} />
          ))}
        </fieldset>
        <label className="field">
          <b>{t('filter.topic')}</b>
          <select className="input" name="topic" defaultValue={filters.topic ?? ''}>
            <option value="">{t('filter.allTopics')}</option>
            {topics.map((topic) => (
              <option key={topic} value={topic}>
                {t(`topics.${topic}`)}
              </option>
            ))}
          </select>
        </label>
        <Button look="line" small>
          {t('filter.show')}
        </Button>
        {active && (
          <a className="link" href={page}>
            {t('filter.clear')}
          </a>
        )}
      </form>
    </details>
  )
}

/** How many entries are shown, and which filters of the address were not used. */
export function FilterResult({ filters, count, locale, t }: Props & { readonly count: number }) {
  return (
    <div className="flow pb-4">
      {filters.ignored.map((name) => (
        <p key={name} className="note note--warn">
          {t(name === 'person' ? 'filter.ignoredPerson' : 'filter.ignoredTopic')}
        </p>
      ))}
      <p role="status" className="small muted">
        {t('count', { count })}
      </p>
      {count === 0 && (
        <div className="empty">
          <p>{t('empty')}</p>
          <a className="btn btn--line btn--sm" href={localPath(locale, '/history')}>
            {t('filter.clear')}
          </a>
        </div>
      )}
    </div>
  )
}

function PersonChoice({ value, chosen, label }: { readonly value: string; readonly chosen: string; readonly label: string }) {
  return (
    <label className="tick">
      <input type="radio" name="person" value={value} defaultChecked={value === chosen} />
      {label}
    </label>
  )
}

function personLabel(person: Person, t: Translator<'history'>): string {
  return t(person === 'cz' ? 'persons.cz' : 'persons.heYi')
}
