import { Ltr } from '#components/ui/ltr.tsx'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'

type Blocker = Readonly<{ kind: 'undecided' | 'waiting' | 'appealed' | 'unready'; count: number; references: readonly string[] }>

/** What stands in the way of a release: each kind with its entries, to go there. */
export function Blockers({ locale, blockers }: Readonly<{ locale: Locale; blockers: readonly Blocker[] }>) {
  const t = translator(locale, 'selection')
  if (blockers.length === 0) return null
  const leads = (kind: Blocker['kind']) => (kind === 'undecided' || kind === 'unready' ? '/staff/selection/' : '/staff/submissions/')
  return (
    <div className="note note--warn flow">
      <p>{t('release.blocked')}</p>
      <ul className="list">
        {blockers.map(({ kind, count, references }) => (
          <li key={kind}>
            {t(`release.blocker.${kind}`, { count })}
            <ul className="plain selection-refs">
              {references.map((reference) => (
                <li key={reference}>
                  <a href={`${leads(kind)}${reference}`}>
                    <Ltr>{reference}</Ltr>
                  </a>
                </li>
              ))}
              {count > references.length && <li>{t('release.more', { count: count - references.length })}</li>}
            </ul>
          </li>
        ))}
      </ul>
    </div>
  )
}
