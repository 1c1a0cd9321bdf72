import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import type { EntryOutline } from '#lib/submissions/staff/views.ts'
import { Time } from './time.tsx'

/** An entry that is read blind by now: how it stands and when that changed, and nothing that tells who wrote it. */
export function EntryBlind({ locale, entry }: Readonly<{ locale: Locale; entry: EntryOutline }>) {
  const t = translator(locale, 'staff')
  return (
    <section className="card flow" aria-labelledby="blind">
      <h2 id="blind">{t('queue.blindHeading')}</h2>
      <p>{t('queue.blindText')}</p>
      <ol className="staff-activity">
        {entry.changes.map(({ to, at }) => (
          <li key={`${to} ${at.getTime()}`}>
            <p className="small muted">
              <Time locale={locale} at={at} withYear /> UTC
            </p>
            <p>{t(`status.${to}`)}</p>
          </li>
        ))}
      </ol>
    </section>
  )
}
