import { Ltr } from '#components/ui/ltr.tsx'
import { dateTime } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'

type Facts = Readonly<{
  number: number
  fingerprint: string
  proposedBy: string
  proposedAt: Date
  confirmedBy: string | null
  releasedAt: Date | null
  isOwnProposal: boolean
  isUnchanged: boolean
  changes: readonly Readonly<{ reference: string; what: 'scores' | 'decision' | 'joined' | 'left' }>[]
}>

/** As many as can be looked at; the rest is only counted. */
const listedMost = 20

/** One release or proposal: who, when, its fingerprint, and what is no longer as it was proposed. */
export function ReleaseFacts({ locale, release }: Readonly<{ locale: Locale; release: Facts }>) {
  const t = translator(locale, 'selection')
  const { fingerprint, proposedBy, proposedAt, releasedAt, isOwnProposal, isUnchanged, changes } = release
  return (
    <div className="card flow">
      <p>
        {releasedAt
          ? t(release.number > 1 ? 'release.laterReleased' : 'release.releasedBy', {
              ...{ at: dateTime(locale, releasedAt), proposer: proposedBy, confirmer: release.confirmedBy ?? '' },
            })
          : t('release.proposed', { who: proposedBy, at: dateTime(locale, proposedAt) })}
      </p>
      {!releasedAt && isOwnProposal && <p>{t('release.ownProposal')}</p>}
      {!isUnchanged && (
        <div className="note note--warn flow">
          <p>{t('release.changed')}</p>
          <ul className="list">
            {changes.slice(0, listedMost).map(({ reference, what }) => (
              <li key={reference}>
                <a href={`/staff/selection/${reference}`}>
                  <Ltr>{reference}</Ltr>
                </a>{' '}
                {t(`release.change.${what}`)}
              </li>
            ))}
            {changes.length > listedMost && <li>{t('release.more', { count: changes.length - listedMost })}</li>}
          </ul>
        </div>
      )}
      <p className="small">
        {t('release.fingerprint')}{' '}
        <bdi dir="ltr" className="selection-print">
          {fingerprint}
        </bdi>
      </p>
    </div>
  )
}
