import { Fingerprint } from '#components/staff/fingerprint.tsx'
import { StatusBadge } from '#components/staff/status-badge.tsx'
import { Reference } from '#components/submissions/reference.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { dateTime } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { screeningOutcomes } from '#lib/submissions/staff/schema.ts'
import type { EntryOutline } from '#lib/submissions/staff/views.ts'

/** Other pages about this entry; null where there is none, or where it is not for this person. */
export type EntryPlaces = Readonly<Record<'copy' | 'letters' | 'choosing' | 'disqualify', string | null>>

type Props = Readonly<{ locale: Locale; entry: EntryOutline; places: EntryPlaces; done: string | undefined }>

/** Which entry this is, how it stands, and what was just recorded. */
export function EntryHead({ locale, entry, places, done }: Props) {
  const t = translator(locale, 'staff')
  const outcome = screeningOutcomes.find((known) => known === done)
  return (
    <>
      <div className="staff-between">
        <div className="staff-head">
          <Fingerprint reference={entry.reference} />
          <div>
            <h1>
              <Reference>{entry.reference}</Reference>
            </h1>
            <p className="small muted">{t('entry.received', { at: dateTime(locale, entry.submittedAt) })}</p>
          </div>
          <StatusBadge locale={locale} status={entry.status} />
        </div>
        <p className="btns">
          {(['copy', 'choosing', 'letters', 'disqualify'] as const).map((place) => {
            const href = places[place]
            return (
              href && (
                <ButtonLink key={place} look="line" href={href}>
                  {t(`entry.places.${place}`)}
                </ButtonLink>
              )
            )
          })}
          <ButtonLink look="line" href="/staff/submissions">
            {t('entry.back')}
          </ButtonLink>
        </p>
      </div>
      {done === 'disqualified' && entry.status === 'disqualified' && (
        <p className="note note--info" role="status">
          {t('disqualify.done')}
        </p>
      )}
      {outcome && (
        <p className="note note--info" role="status">
          {t(`screening.done.${outcome}`)}
        </p>
      )}
    </>
  )
}
