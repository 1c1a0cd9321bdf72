import { requireStaff } from '#app/_auth/session.ts'
import { ReadingEntry } from '#components/review/entry.tsx'
import { KeysSwitch } from '#components/review/keys-switch.tsx'
import { RecuseForm } from '#components/review/recuse-form.tsx'
import { ReviewForm } from '#components/review/review-form.tsx'
import { codeOf } from '#components/review/words.ts'
import { translator } from '#lib/i18n/translator.ts'
import { entryForReviewer, readingPlace } from '#lib/review/queries/reading.ts'
import { may } from '#lib/staff/permissions.ts'
import { Desk } from '../../desk.tsx'
import { staffLocale } from '../../language.ts'
import { Missing } from '../../missing.tsx'
import { saveReading, stepAside } from './actions.ts'
import { ReadingHead } from './head.tsx'

export default async function ReadingPage({ params, searchParams }: PageProps<'/staff/review/[id]'>) {
  const actor = await requireStaff()
  const [locale, { id }, marks] = await Promise.all([staffLocale(), params, searchParams])
  const entry = may(actor, 'review.read') ? await entryForReviewer(actor, id, locale) : null
  if (!entry) return <Missing locale={locale} actor={actor} />
  const t = translator(locale, 'review')
  const place = await readingPlace(actor, entry.assignmentId)
  const title = t('page.title', { code: codeOf(entry.assignmentId) })
  return (
    <Desk locale={locale} actor={actor} current="review">
      <ReadingHead locale={locale} assignmentId={entry.assignmentId} place={place} marks={marks} />
      <p className="note note--info reading-note">
        <b>{t('page.blind')}</b> {t('page.blindText')}
      </p>
      <div className="review">
        <ReadingEntry locale={locale} entry={entry} />
        <div className="flow">
          <ReviewForm locale={locale} entry={entry} title={title} action={saveReading} />
          <RecuseForm locale={locale} assignmentId={entry.assignmentId} title={title} action={stepAside} />
        </div>
      </div>
      <KeysSwitch locale={locale} keys="form" module="/modules/review-form.js" />
    </Desk>
  )
}
