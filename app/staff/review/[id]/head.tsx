import { codeOf } from '#components/review/words.ts'
import { Fingerprint } from '#components/staff/fingerprint.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { wholeNumber } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { type Translator, translator } from '#lib/i18n/translator.ts'
import type { ReadingPlace } from '#lib/review/views.ts'

type Marks = Readonly<Record<string, string | string[] | undefined>>
type Props = Readonly<{ locale: Locale; assignmentId: string; place: ReadingPlace; marks: Marks }>

/** Which reading this is, where it stands on the list, and what was just saved. The cloth is woven from the reading, never from the entry. */
export function ReadingHead({ locale, assignmentId, place, marks }: Props) {
  const t = translator(locale, 'review')
  const said = saidOf(t, marks)
  const left = wholeNumber(locale, place.left)
  return (
    <>
      <div className="staff-between">
        <div className="staff-head">
          <Fingerprint reference={assignmentId} />
          <div>
            <h1>{t('page.title', { code: codeOf(assignmentId) })}</h1>
            <p className="small muted">
              {place.place === null ? t('page.isDone') : t('page.place', { place: wholeNumber(locale, place.place), left })}
            </p>
          </div>
        </div>
        <p className="btns reading-ways">
          <ButtonLink look="plain" href="/staff/review">
            {t('page.back')}
          </ButtonLink>
          {place.previous && <Way href={place.previous} rel="prev" word={t('page.previous')} pressed="K" />}
          {place.next && <Way href={place.next} rel="next" word={t('page.next')} pressed="J" />}
        </p>
      </div>
      {said && (
        <p className="note note--info reading-note" role="status">
          {said}
        </p>
      )}
    </>
  )
}

function Way({ href, rel, word, pressed }: Readonly<{ href: string; rel: 'prev' | 'next'; word: string; pressed: string }>) {
  return (
    <a className="btn btn--line" href={`/staff/review/${href}`} data-way={rel}>
      {word}{' '}
      <kbd className="kbd" data-keys-hint hidden>
        {pressed}
      </kbd>
    </a>
  )
}

function saidOf(t: Translator<'review'>, marks: Marks): string | null {
  if (marks.replaced) return t('form.replaced')
  if (marks.after) return t('page.savedNext')
  if (!marks.saved) return null
  return t(marks.counts ? 'form.completed' : 'form.saved')
}
