import { Ltr } from '#components/ui/ltr.tsx'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import type { EntryForStaff } from '#lib/submissions/staff/views.ts'
import { StatusBadge } from './status-badge.tsx'

/** Other entries with the same post or the same address: a hint, not a verdict. */
export function EntryTwins({ locale, twins }: Readonly<{ locale: Locale; twins: EntryForStaff['twins'] }>) {
  if (twins.length === 0) return null
  const t = translator(locale, 'staff')
  return (
    <section className="card flow" aria-labelledby="twins">
      <h2 id="twins">{t('entry.twins')}</h2>
      <ul className="list">
        {twins.map((twin) => (
          <li key={twin.reference}>
            <a href={`/staff/submissions/${twin.reference}`}>
              <Ltr>{twin.reference}</Ltr>
            </a>{' '}
            <StatusBadge locale={locale} status={twin.status} />{' '}
            {[twin.samePost && t('entry.samePost'), twin.sameMail && t('entry.sameMail')].filter(Boolean).join(t('comma'))}
          </li>
        ))}
      </ul>
    </section>
  )
}
