import { Icon } from '#components/ui/icon.tsx'
import { marks } from '#components/ui/ltr.tsx'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import type { Verdict } from './state.ts'

/** What we know about a code, and what that does and does not prove. */
export function Answer({ locale, verdict }: { readonly locale: Locale; readonly verdict: Verdict }) {
  const t = translator(locale, 'verify')
  if (!verdict.known)
    return (
      <section className="note note--danger flow" role="alert">
        <h2>
          <Icon name="cross" /> {t('unknown.title')}
        </h2>
        <p>{t.rich('unknown.text', { ...marks, code: verdict.code })}</p>
        <p>{t.rich('unknown.again', marks)}</p>
        <p>{t('unknown.dont')}</p>
      </section>
    )
  const { date, ending } = verdict
  return (
    <section className="note note--ok flow" role="status">
      <h2>
        <Icon name="check" /> {t('genuine.title')}
      </h2>
      <p>{ending ? t.rich('genuine.entry', { ...marks, date, ending }) : t('genuine.other', { date })}</p>
      <p>{t('genuine.compare')}</p>
    </section>
  )
}
