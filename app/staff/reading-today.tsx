import { Figure } from '#components/staff/waiting-stats.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { wholeNumber } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { waitingReading } from '#lib/review/queries/today.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { may } from '#lib/staff/permissions.ts'

/** What waits of reading, for who reads; nothing for anybody else. */
export async function ReadingToday({ locale, actor }: Readonly<{ locale: Locale; actor: StaffActor }>) {
  if (!may(actor, 'review.read')) return null
  const waiting = await waitingReading(actor)
  const t = translator(locale, 'review')
  return (
    <section className="flow" aria-labelledby="reading">
      <h2 id="reading">{t('today.heading')}</h2>
      <dl className="stat staff-two">
        <Figure term={t('today.left')} value={wholeNumber(locale, waiting.left)} />
        <Figure term={t('today.copies')} value={wholeNumber(locale, waiting.copies)} />
      </dl>
      {waiting.worries !== null && waiting.worries > 0 && (
        <p className="note note--warn">{t('today.worries', { count: waiting.worries })}</p>
      )}
      {waiting.unreadable !== null && waiting.unreadable > 0 && (
        <p className="note note--warn">{t('today.nobody', { count: waiting.unreadable })}</p>
      )}
      <p className="btns">
        <ButtonLink look="line" href="/staff/review">
          {t('today.open')}
        </ButtonLink>
        {may(actor, 'review.assign') && (
          <ButtonLink look="line" href="/staff/review/overview">
            {t('today.overview')}
          </ButtonLink>
        )}
      </p>
    </section>
  )
}
