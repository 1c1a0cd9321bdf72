import type { EntryView } from '#lib/history/views.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import type { Translator } from '#lib/i18n/translator.ts'
import { Entry } from './entry.tsx'

type Props = { readonly principles: readonly EntryView[]; readonly locale: Locale; readonly t: Translator<'history'> }

/** The lessons the post draws, named as its reading, each beside what was found. */
export function Principles({ principles, locale, t }: Props) {
  if (principles.length === 0) return null
  return (
    <section className="era" id="principles" aria-labelledby="principles-h">
      <div className="era__head">
        <h2 id="principles-h">{t('principles.heading')}</h2>
      </div>
      <div className="pt-6 pb-4">
        <p>{t('principles.intro')}</p>
      </div>
      <div className="entries">
        {principles.map((entry) => (
          <Entry key={entry.id} entry={entry} locale={locale} t={t} postLabel={t('principles.postReading')} />
        ))}
      </div>
    </section>
  )
}
