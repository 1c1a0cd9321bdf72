import { countryOptions, languageOptions } from '#components/submissions/options.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { type Translator, translator } from '#lib/i18n/translator.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { may } from '#lib/staff/permissions.ts'
import { statuses } from '#lib/submissions/lifecycle.ts'
import { platformNames, postPlatforms } from '#lib/submissions/post-url.ts'
import { themes } from '#lib/submissions/schema.ts'
import { checkFilters, type EntryFilters, flagFilters, lanes, regions, typedSearch } from '#lib/submissions/staff/filters.ts'
import { Choose } from './choose.tsx'

type Props = Readonly<{ locale: Locale; filters: EntryFilters; actor: StaffActor }>

/** What to look for: a plain form whose answers stand in the address, so that a view can be kept and passed on. */
export function EntryFilterForm({ locale, filters, actor }: Props) {
  const t = translator(locale, 'staff')
  const statusOptions = [...statuses.map((value) => ({ value, label: t(`status.${value}`) })), { value: 'all', label: t('list.all') }]
  const any = t('list.any')
  const moreIsUsed = Boolean(
    filters.platform || filters.region || filters.country || filters.check || filters.flag || filters.lane === 'spam',
  )
  return (
    <search>
      <form className="bar staff-filters" action="/staff/submissions" method="get">
        <label className="grow">
          {t(may(actor, 'submission.find-by-mail') ? 'list.searchWithMail' : 'list.search')}
          <input
            className="input"
            type="search"
            name="q"
            dir="auto"
            autoComplete="off"
            spellCheck="false"
            maxLength={200}
            defaultValue={filters.search ? typedSearch(filters.search) : ''}
          />
        </label>
        <Choose name="status" label={t('list.status')} value={filters.status ?? 'all'} options={statusOptions} />
        <Choose
          {...{ any, name: 'theme', label: t('list.theme'), value: filters.theme }}
          options={themes.map((value) => ({ value, label: t(`theme.${value}`) }))}
        />
        <Choose {...{ any, name: 'language', label: t('list.language'), value: filters.language }} options={languageOptions(locale)} />
        <Choose
          {...{ any, name: 'assigned', label: t('queue.assigned'), value: filters.mine ? 'me' : null }}
          options={[{ value: 'me', label: t('queue.me') }]}
        />
        <button className="btn btn--line" type="submit">
          {t('list.apply')}
        </button>
        <details className="queue-more" open={moreIsUsed}>
          <summary>{t('queue.moreFilters')}</summary>
          <MoreFilters {...{ t, locale, filters, actor }} />
        </details>
      </form>
    </search>
  )
}

/** Rarer questions. Each is asked of nobody who may not see its answer. */
function MoreFilters({ t, locale, filters, actor }: Props & Readonly<{ t: Translator<'staff'> }>) {
  const any = t('list.any')
  return (
    <div className="bar">
      <Choose
        {...{ any, name: 'platform', label: t('list.platform'), value: filters.platform }}
        options={postPlatforms.map((value) => ({ value, label: platformNames[value] }))}
      />
      <Choose
        {...{ any, name: 'region', label: t('list.region'), value: filters.region }}
        options={regions.map((value) => ({ value, label: t(`region.${value}`) }))}
      />
      {may(actor, 'submission.see-person') && (
        <Choose {...{ any, name: 'country', label: t('list.country'), value: filters.country }} options={countryOptions(locale)} />
      )}
      <Choose
        {...{ any, name: 'check', label: t('queue.check'), value: filters.check }}
        options={checkFilters.map((value) => ({ value, label: t(`queue.checks.${value}`) }))}
      />
      {may(actor, 'flag.resolve') && (
        <Choose
          {...{ any, name: 'flag', label: t('queue.flag'), value: filters.flag }}
          options={flagFilters.map((value) => ({ value, label: t(`queue.flags.${value}`) }))}
        />
      )}
      <Choose
        name="lane"
        label={t('queue.lane')}
        value={filters.lane}
        options={lanes.map((value) => ({ value, label: t(`queue.lanes.${value}`) }))}
      />
    </div>
  )
}
