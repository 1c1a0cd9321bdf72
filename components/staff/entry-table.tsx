import { Fingerprint } from '#components/staff/fingerprint.tsx'
import { Ltr } from '#components/ui/ltr.tsx'
import { TableRegion } from '#components/ui/table-region.tsx'
import { countryName, languageName, wholeNumber } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { type Translator, translator } from '#lib/i18n/translator.ts'
import { platformNames, postPlatforms } from '#lib/submissions/post-url.ts'
import { themes } from '#lib/submissions/schema.ts'
import { openToScreening } from '#lib/submissions/staff/blind.ts'
import { checkFilters } from '#lib/submissions/staff/filters.ts'
import type { EntryLine } from '#lib/submissions/staff/views.ts'
import { StatusBadge } from './status-badge.tsx'
import { Time } from './time.tsx'

type Props = Readonly<{
  locale: Locale
  lines: readonly EntryLine[]
  seesPersons: boolean
  /** Of this year the year is not written. */
  year: number
  /** What can be ticked, as `reference.version`; the chosen ones. Null where nothing can be chosen. */
  chosen: readonly string[] | null
}>

/** A page of entries. Each has the cloth woven from its reference beside it, so that eyes find it again. */
export function EntryTable({ locale, lines, seesPersons, year, chosen }: Props) {
  const t = translator(locale, 'staff')
  const showsReads = lines.some((line) => line.reads !== null)
  return (
    <TableRegion labelledBy="entries">
      <table className="queue" data-queue="">
        <caption id="entries" className="vh">
          {t('list.caption')}
        </caption>
        <thead>
          <tr>
            {chosen && (
              <th scope="col" className="queue__tick">
                <label className="vh" htmlFor="all">
                  {t('queue.selectAll')}
                </label>
                <input type="checkbox" id="all" data-all="" hidden />
              </th>
            )}
            <th scope="col">{t('list.entry')}</th>
            <th scope="col">{t('list.theme')}</th>
            <th scope="col">{t('list.language')}</th>
            <th scope="col">{t('list.platform')}</th>
            {seesPersons && <th scope="col">{t('list.country')}</th>}
            <th scope="col" aria-sort="descending">
              {t('list.received')}
            </th>
            <th scope="col">{t('queue.check')}</th>
            {showsReads && <th scope="col">{t('queue.reads')}</th>}
            <th scope="col">{t('list.status')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <EntryRow key={line.reference} {...{ t, locale, line, seesPersons, showsReads, year, chosen }} />
          ))}
        </tbody>
      </table>
    </TableRegion>
  )
}

/** Whether there is something to screen. */
export function canTick({ status }: Pick<EntryLine, 'status'>): boolean {
  return openToScreening.some((open) => open === status)
}

/** What a ticked row posts: which entry, as this person saw it. */
export function tickOf({ reference, version }: Pick<EntryLine, 'reference' | 'version'>): string {
  return `${reference}.${version}`
}

type RowProps = Omit<Props, 'lines'> & Readonly<{ t: Translator<'staff'>; line: EntryLine; showsReads: boolean }>

function EntryRow({ t, locale, line, seesPersons, showsReads, year, chosen }: RowProps) {
  const tick = tickOf(line)
  return (
    <tr data-row="">
      {chosen && (
        <td className="queue__tick">
          {canTick(line) && (
            <>
              <label className="vh" htmlFor={`tick-${line.reference}`}>
                {t('queue.select', { reference: line.reference })}
              </label>
              <input type="checkbox" id={`tick-${line.reference}`} name="entry" value={tick} defaultChecked={chosen.includes(tick)} />
            </>
          )}
        </td>
      )}
      <th scope="row" className="staff-ref">
        <div>
          <Fingerprint reference={line.reference} />
          <a href={`/staff/submissions/${line.reference}`}>
            <Ltr>{line.reference}</Ltr>
          </a>
        </div>
      </th>
      <td className="queue__theme">{themesOf(t, line)}</td>
      <td>{line.language === unknown.language ? <Dash /> : languageName(locale, line.language)}</td>
      <td>{line.platform ? platformOf(line.platform) : <Hidden t={t} />}</td>
      {seesPersons && <td>{line.country === null || line.country === unknown.country ? <Dash /> : countryName(locale, line.country)}</td>}
      <td className="staff-when">
        <Time locale={locale} at={line.submittedAt} withYear={line.submittedAt.getUTCFullYear() !== year} />
      </td>
      <td className="queue__check">{line.blind ? <Hidden t={t} /> : checkOf(t, line.check)}</td>
      {showsReads && <td>{wholeNumber(locale, line.reads ?? 0)}</td>}
      <td>
        <StatusBadge locale={locale} status={line.status} /> {line.mine && <span className="badge badge--told">{t('queue.yours')}</span>}
      </td>
    </tr>
  )
}

/** What is left of an erased entry. */
const unknown = { language: 'und', country: 'ZZ' } as const

function Dash() {
  return <span className="muted">–</span>
}

/** In place of what a reader may not know. */
function Hidden({ t }: Readonly<{ t: Translator<'staff'> }>) {
  return (
    <span className="muted">
      <span aria-hidden="true">–</span>
      <span className="vh">{t('queue.hidden')}</span>
    </span>
  )
}

function themesOf(t: Translator<'staff'>, line: EntryLine): string {
  const chosen = themes.filter((theme) => line.themes.includes(theme))
  return chosen.map((theme) => t(`theme.${theme}`)).join(t('comma'))
}

function checkOf(t: Translator<'staff'>, stored: string | null): string {
  const outcome = checkFilters.find((known) => known === (stored ?? 'none'))
  return outcome ? t(`queue.checks.${outcome}`) : (stored ?? '')
}

/** The proper name of a platform. */
export function platformOf(stored: string): string {
  const platform = postPlatforms.find((known) => known === stored)
  return platform ? platformNames[platform] : stored
}
