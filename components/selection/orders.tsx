import { Ltr } from '#components/ui/ltr.tsx'
import { wholeNumber } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import type { Candidate, Lab } from '#lib/review/selection/views.ts'
import { points } from './words.ts'

/** What the raw order would change, and why the two orders differ. */
export function Orders({ locale, lab }: Readonly<{ locale: Locale; lab: Lab }>) {
  const t = translator(locale, 'selection')
  const { entering, leaving, moved } = lab
  const places = wholeNumber(locale, lab.places)
  return (
    <section className="flow" aria-labelledby="orders">
      <h2 id="orders">{t('orders.heading')}</h2>
      <p>{entering.length === 0 ? t('orders.same', { places, moved }) : t('orders.differ', { places, moved, count: entering.length })}</p>
      <Why locale={locale} readers={lab.readers} />
      {entering.length > 0 && (
        <div className="grid2">
          <Moving locale={locale} heading={t('orders.entering')} lines={entering} />
          <Moving locale={locale} heading={t('orders.leaving')} lines={leaving} />
        </div>
      )}
    </section>
  )
}

/** Names the two ends of leniency, where they lie apart. */
function Why({ locale, readers }: Readonly<{ locale: Locale; readers: Lab['readers'] }>) {
  const t = translator(locale, 'selection')
  const known = readers.filter((reader): reader is typeof reader & { leniency: number } => reader.leniency !== null)
  const [harsh, lenient] = [known[0], known.at(-1)]
  if (!harsh || !lenient || harsh.leniency >= 0 || lenient.leniency <= 0) return null
  const words = { harsh: harsh.name, lenient: lenient.name }
  const by = { harshPoints: points(locale, -harsh.leniency), lenientPoints: points(locale, lenient.leniency) }
  return <p>{t('orders.why', { ...words, ...by })}</p>
}

function Moving({ locale, heading, lines }: Readonly<{ locale: Locale; heading: string; lines: readonly Candidate[] }>) {
  const t = translator(locale, 'selection')
  const number = (value: number) => wholeNumber(locale, value)
  return (
    <div className="card flow">
      <h3>{heading}</h3>
      <ul className="list">
        {lines.map(({ reference, place, rawPlace }) => (
          <li key={reference}>
            <a href={`/staff/selection/${reference}`}>
              <Ltr>{reference}</Ltr>
            </a>{' '}
            {t('orders.line', { place: number(place), rawPlace: number(rawPlace) })}
          </li>
        ))}
      </ul>
    </div>
  )
}
