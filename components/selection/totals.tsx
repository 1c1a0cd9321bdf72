import { TableRegion } from '#components/ui/table-region.tsx'
import { countryName, languageName, wholeNumber } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { type Translator, translator } from '#lib/i18n/translator.ts'
import { totalsBy } from '#lib/review/selection/filters.ts'
import type { Candidate, TotalLine } from '#lib/review/selection/views.ts'
import { themes } from '#lib/submissions/schema.ts'

/** Countries listed; the others are put together. */
const countriesMost = 15
const sets = ['themes', 'languages', 'countries', 'regions'] as const
type SetName = (typeof sets)[number]

/** How many entries of each theme, language, country and region there are, and how many are to be selected: numbers to choose by, of nobody. */
export function Totals({ locale, candidates }: Readonly<{ locale: Locale; candidates: readonly Candidate[] }>) {
  const t = translator(locale, 'selection')
  return (
    <section className="flow" aria-labelledby="totals">
      <h2 id="totals">{t('totals.heading')}</h2>
      <p>{t('totals.text')}</p>
      <div className="selection-totals">
        {sets.map((set) => (
          <TotalTable key={set} locale={locale} set={set} lines={linesOf(t, locale, set, candidates)} />
        ))}
      </div>
    </section>
  )
}

const keysOf: Readonly<Record<SetName, (candidate: Candidate) => readonly string[]>> = {
  themes: (one) => one.themes,
  languages: (one) => [one.language],
  countries: (one) => [one.country],
  regions: (one) => [one.region ?? 'none'],
}

function linesOf(t: Translator<'selection'>, locale: Locale, set: SetName, candidates: readonly Candidate[]): readonly TotalLine[] {
  const all = totalsBy(candidates, keysOf[set])
  const shown = set === 'countries' ? all.slice(0, countriesMost) : all
  const rest = all.slice(shown.length)
  const sum = (of: (line: TotalLine) => number) => rest.reduce((total, line) => total + of(line), 0)
  const others = { all: sum((line) => line.all), selected: sum((line) => line.selected), reserve: sum((line) => line.reserve) }
  const named = shown.map((line) => ({ ...line, key: nameOf(t, locale, set, line.key) }))
  return rest.length > 0 ? [...named, { key: t('totals.others', { count: rest.length }), ...others }] : named
}

function nameOf(t: Translator<'selection'>, locale: Locale, set: SetName, key: string): string {
  if (set === 'languages') return languageName(locale, key)
  if (set === 'countries') return countryName(locale, key)
  if (set === 'regions') return t(`totals.region.${key === 'open' || key === 'story-only' ? key : 'none'}`)
  const theme = themes.find((known) => known === key)
  return theme ? translator(locale, 'staff')(`theme.${theme}`) : key
}

function TotalTable({ locale, set, lines }: Readonly<{ locale: Locale; set: SetName; lines: readonly TotalLine[] }>) {
  const t = translator(locale, 'selection')
  return (
    <TableRegion labelledBy={`totals-${set}`}>
      <table>
        <caption id={`totals-${set}`}>{t(`totals.${set}`)}</caption>
        <thead>
          <tr>
            <td />
            <th scope="col" className="num">
              {t('totals.all')}
            </th>
            <th scope="col" className="num">
              {t('totals.selected')}
            </th>
            <th scope="col" className="num">
              {t('totals.reserve')}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ key, all, selected, reserve }) => (
            <tr key={key}>
              <th scope="row">{key}</th>
              <td className="num">{wholeNumber(locale, all)}</td>
              <td className="num">{wholeNumber(locale, selected)}</td>
              <td className="num">{wholeNumber(locale, reserve)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  )
}
