import { Fragment } from 'react'
import { Ltr } from '#components/ui/ltr.tsx'
import { TableRegion } from '#components/ui/table-region.tsx'
import { wholeNumber } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import type { Candidate, Lab } from '#lib/review/selection/views.ts'
import { points } from './words.ts'

/** Entries shown on each side of the cut, and of what is not sure. */
const beside = 6
const most = 30

type Props = Readonly<{ locale: Locale; lab: Lab }>

/** The entries around the cut: each with its scores as a picture and as numbers. */
export function Cut({ locale, lab }: Props) {
  const t = translator(locale, 'selection')
  const lines = around(lab)
  const { places } = lab
  return (
    <section className="flow" aria-labelledby="cut">
      <div className="staff-between">
        <h2 id="cut">{t('theCut')}</h2>
        <form className="bar" action="/staff/selection" method="get">
          <label>
            {t('places')}
            <input className="input selection-places" type="number" name="places" min={1} max={1000} defaultValue={places} />
          </label>
          <button className="btn btn--line" type="submit">
            {t('setPlaces')}
          </button>
        </form>
      </div>
      {lines.length === 0 ? (
        <p>{t('cutNobody')}</p>
      ) : (
        <>
          <p>{t('cutText', { places: wholeNumber(locale, places) })}</p>
          <p className={lab.unsure ? 'note note--warn' : 'note note--ok'}>{howSure(locale, lab)}</p>
          <CutTable locale={locale} lab={lab} lines={lines} />
        </>
      )}
    </section>
  )
}

function howSure(locale: Locale, { places, unsure, resamples }: Lab): string {
  const t = translator(locale, 'selection')
  const number = (value: number) => wholeNumber(locale, value)
  if (!unsure) return t('cutSure', { resamples: number(resamples) })
  if (resamples === 0) return t('cutUnknown')
  return t('cutUnsure', { from: number(unsure.from), to: number(unsure.to), resamples: number(resamples), places: number(places) })
}

/** Those that are not sure and some on both sides, at most thirty; nobody who was not read. */
function around({ candidates, places, unsure }: Lab): readonly Candidate[] {
  const read = candidates.filter(({ count }) => count > 0)
  const from = Math.max(0, Math.min(unsure?.from ?? places, places) - beside, places - most / 2)
  return read.slice(from, Math.min(Math.max(unsure?.to ?? places, places) + beside, from + most))
}

type Scale = Readonly<{ from: number; to: number }>

function scaleOf(lines: readonly Candidate[]): Scale {
  const all = lines.flatMap(({ parts, raw, normalised }) => [...parts, raw ?? 300, normalised ?? 300])
  return { from: Math.floor(Math.min(...all) / 50) * 50, to: Math.ceil(Math.max(...all) / 50) * 50 }
}

function CutTable({ locale, lab, lines }: Props & Readonly<{ lines: readonly Candidate[] }>) {
  const t = translator(locale, 'selection')
  const scale = scaleOf(lines)
  return (
    <TableRegion labelledBy="cut-caption">
      <table className="selection-cut">
        <caption id="cut-caption">
          {t('cutCaption')}
          <Key locale={locale} />
        </caption>
        <thead>
          <tr>
            <th scope="col" className="num">
              {t('place')}
            </th>
            <th scope="col">{t('entry')}</th>
            <th scope="col" className="selection-picture">
              {t('picture', { from: wholeNumber(locale, scale.from), to: wholeNumber(locale, scale.to) })}
            </th>
            <th scope="col" className="num">
              {t('normalised')}
            </th>
            <th scope="col" className="num">
              {t('raw')}
            </th>
            <th scope="col" className="num">
              {t('range')}
            </th>
            <th scope="col" className="num">
              {t('chance')}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Fragment key={line.reference}>
              <CutRow locale={locale} line={line} scale={scale} unsure={lab.unsure} />
              {line.place === lab.places && (
                <tr className="selection-line">
                  <td colSpan={7}>{t('cutLine', { places: wholeNumber(locale, lab.places) })}</td>
                </tr>
              )}
            </Fragment>
          ))}
        </tbody>
      </table>
    </TableRegion>
  )
}

function Key({ locale }: Readonly<{ locale: Locale }>) {
  const t = translator(locale, 'selection')
  return (
    <span className="selection-key">
      <svg width="14" height="14" aria-hidden="true">
        <circle className="selection-dot" cx="7" cy="7" r="6" />
      </svg>
      {t('keyNormalised')}
      <svg width="14" height="14" aria-hidden="true">
        <circle className="selection-ring" cx="7" cy="7" r="5" />
      </svg>
      {t('keyRaw')}
      <svg width="28" height="14" aria-hidden="true">
        <line className="selection-range" x1="1" x2="27" y1="7" y2="7" />
      </svg>
      {t('keyRange')}
    </span>
  )
}

type RowProps = Readonly<{ locale: Locale; line: Candidate; scale: Scale; unsure: Lab['unsure'] }>

function CutRow({ locale, line, scale, unsure }: RowProps) {
  const t = translator(locale, 'selection')
  const { place, reference, normalised, raw, range, chance } = line
  const isUnsure = unsure !== null && place >= unsure.from && place <= unsure.to
  return (
    <tr className={isUnsure ? 'selection-unsure' : undefined}>
      <td className="num">{wholeNumber(locale, place)}</td>
      <th scope="row" className="selection-who">
        <a href={`/staff/selection/${reference}`}>
          <Ltr>{reference}</Ltr>
        </a>
      </th>
      <td className="selection-picture">
        <Picture locale={locale} line={line} scale={scale} />
      </td>
      <td className="num">{points(locale, normalised ?? 0)}</td>
      <td className="num">{points(locale, raw ?? 0)}</td>
      <td className="num">{wholeNumber(locale, range)}</td>
      <td className="num">{chance === null ? '' : t('percent', { count: wholeNumber(locale, Math.round(chance * 100)) })}</td>
    </tr>
  )
}

function Picture({ locale, line, scale }: Readonly<{ locale: Locale; line: Candidate; scale: Scale }>) {
  const t = translator(locale, 'selection')
  const at = (value: number) => `${(((value - scale.from) / Math.max(1, scale.to - scale.from)) * 100).toFixed(2)}%`
  const [normalised, raw] = [line.normalised ?? 0, line.raw ?? 0]
  const [low, high] = [Math.min(...line.parts), Math.max(...line.parts)]
  const words = { normalised: points(locale, normalised), raw: points(locale, raw), low: points(locale, low), high: points(locale, high) }
  return (
    <svg width="100%" height="20" role="img" aria-label={t('pictureOf', words)}>
      <line className="selection-range" x1={at(low)} x2={at(high)} y1="10" y2="10" />
      <circle className="selection-ring" cx={at(raw)} cy="10" r="5" />
      <circle className="selection-dot" cx={at(normalised)} cy="10" r="6" />
    </svg>
  )
}
