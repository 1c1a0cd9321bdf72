import { Icon } from '#components/ui/icon.tsx'
import { Ltr } from '#components/ui/ltr.tsx'
import type { Verification } from '#lib/audit/views.ts'
import { dateTime, wholeNumber } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'

/** What a verification found: that every line holds, or the first one that does not. */
export function Verdict({ locale, found }: Readonly<{ locale: Locale; found: Verification & Readonly<{ at: Date }> }>) {
  const t = translator(locale, 'auditDesk')
  const { broken } = found
  const count = wholeNumber(locale, found.links)
  const number = (value: bigint | null) => (value === null ? t('unknown') : wholeNumber(locale, value))
  return (
    <section className={`note ${broken ? 'note--danger' : 'note--info'} flow`} aria-labelledby="verdict" role="status">
      <h2 id="verdict">
        <Icon name={broken ? 'alert' : 'check'} /> {t(broken ? 'broken' : 'sound')}
      </h2>
      {broken ? (
        <p>
          <b>{t(`kinds.${broken.kind}`)}</b>{' '}
          {t('place', { line: number(broken.eventId), chain: String(broken.lane ?? '–'), link: number(broken.seq) })}
        </p>
      ) : (
        <p>{t('soundText', { count })}</p>
      )}
      <p className="small">
        {t('verifiedAt', { at: dateTime(locale, found.at) })} {t('head')}:{' '}
        <code className="audit-hash">
          <Ltr>{found.head}</Ltr>
        </code>
      </p>
      <p className="small muted">{t('headHint')}</p>
    </section>
  )
}
