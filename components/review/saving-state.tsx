import { Time } from '#components/staff/time.tsx'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import type { Criterion } from '#lib/review/schema.ts'
import type { OwnReview } from '#lib/review/views.ts'

type Props = Readonly<{ locale: Locale; own: OwnReview | null; criteria: readonly Criterion[] }>

/** How far a review has got and when it was saved last. A small module speaks here while the page saves by itself. */
export function SavingState({ locale, own, criteria }: Props) {
  const t = translator(locale, 'review')
  const scored = criteria.filter(({ key }) => own?.scores[key] !== undefined).length
  const says = {
    'data-saving': t('form.saving'),
    'data-saved': t('form.savedNow'),
    'data-failed': t('form.savingFailed'),
    'data-signed-out': t('form.signedOut'),
  }
  return (
    <>
      <p className="small muted" data-saved-before>
        {t('form.scored', { count: String(scored), all: String(criteria.length) })}{' '}
        {own ? (
          <>
            {t('form.savedBefore')} <Time locale={locale} at={own.savedAt} /> UTC.
          </>
        ) : (
          t('form.notSaved')
        )}
      </p>
      <p className="small scoring__state" role="status" data-saving-state {...says} />
    </>
  )
}
