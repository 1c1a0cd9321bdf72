import type { ReactNode } from 'react'
import { Ltr } from '#components/ui/ltr.tsx'
import { percentage } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import type { Status } from '#lib/submissions/lifecycle.ts'
import type { EntryLikes } from '#lib/submissions/staff/likes.ts'
import { StatusBadge } from './status-badge.tsx'

/** Other entries with nearly the same story, or perhaps of the same person: hints, not verdicts. */
export function EntryTwins({ locale, likes }: Readonly<{ locale: Locale; likes: EntryLikes }>) {
  const t = translator(locale, 'staff')
  const { texts, people } = likes
  if (texts.length === 0 && people.length === 0) return null
  return (
    <section className="card flow" aria-labelledby="twins">
      <h2 id="twins">{t('entry.twins')}</h2>
      <p className="small muted">{t('likes.hint')}</p>
      {texts.length > 0 && (
        <div className="flow">
          <h3>{t('likes.texts')}</h3>
          <ul className="list">
            {texts.map(({ reference, status, percent }) => (
              <Like key={reference} locale={locale} reference={reference} status={status}>
                {t('likes.percent', { percent: percentage(locale, percent) })}
              </Like>
            ))}
          </ul>
        </div>
      )}
      {people.length > 0 && (
        <div className="flow">
          <h3>{t('likes.people')}</h3>
          <ul className="list">
            {people.map(({ reference, status, because }) => (
              <Like key={reference} locale={locale} reference={reference} status={status}>
                {because.map((reason) => t(`likes.because.${reason}`)).join(t('comma'))}
              </Like>
            ))}
          </ul>
        </div>
      )}
    </section>
  )
}

function Like({
  locale,
  reference,
  status,
  children,
}: Readonly<{ locale: Locale; reference: string; status: Status; children: ReactNode }>) {
  return (
    <li>
      <a href={`/staff/submissions/${reference}`}>
        <Ltr>{reference}</Ltr>
      </a>{' '}
      <StatusBadge locale={locale} status={status} /> {children}
    </li>
  )
}
