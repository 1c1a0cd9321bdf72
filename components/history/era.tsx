import { eraPeriods, spanLabel } from '#lib/history/dates.ts'
import type { EraId } from '#lib/history/schema.ts'
import type { EraView } from '#lib/history/views.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import type { Translator } from '#lib/i18n/translator.ts'
import { Entry } from './entry.tsx'
import { Sources } from './sources.tsx'
import { spoken } from './words.ts'

type Props = { readonly era: EraView; readonly first: boolean; readonly locale: Locale; readonly t: Translator<'history'> }

/** One part of the history: its picture, its years, a line about it, its entries. */
export function Era({ era, first, locale, t }: Props) {
  return (
    <section className="era" id={era.id} aria-labelledby={`${era.id}-h`}>
      <div className="era__art">
        <img src={`/art/era-${era.id}.svg`} alt="" width={1400} height={260} loading={first ? 'eager' : 'lazy'} decoding="async" />
      </div>
      <div className="era__head">
        <h2 id={`${era.id}-h`} {...spoken(era.name)}>
          {era.name.text}
        </h2>
        <p>{periodLabel(era.id, locale, t)}</p>
      </div>
      <div className="pt-6 pb-4">
        <p {...spoken(era.intro)}>{era.intro.text}</p>
        {era.introSources.length > 0 && <Sources sources={era.introSources} t={t} />}
      </div>
      <div className="entries">
        {era.entries.map((entry) => (
          <Entry key={entry.id} entry={entry} locale={locale} t={t} />
        ))}
      </div>
    </section>
  )
}

/** The parts on this page, with their years. */
export function EraNav({ eras, locale, t }: Pick<Props, 'locale' | 't'> & { readonly eras: readonly EraView[] }) {
  return (
    <nav aria-label={t('erasNav')}>
      <ul className="eras plain">
        {eras.map((era) => (
          <li key={era.id}>
            <a href={`#${era.id}`}>
              <b {...spoken(era.name)}>{era.name.text}</b> <span>{periodLabel(era.id, locale, t)}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function periodLabel(id: EraId, locale: Locale, t: Translator<'history'>): string {
  const { start, end, grain } = eraPeriods[id]
  if (start && end) return spanLabel(locale, start, end, grain, grain)
  return start ? t('since', { year: start.slice(0, 4) }) : t('until', { year: end?.slice(0, 4) ?? '' })
}
