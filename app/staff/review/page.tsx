import { requireStaff } from '#app/_auth/session.ts'
import { KeysSwitch } from '#components/review/keys-switch.tsx'
import { ReadingLines } from '#components/review/reading-list.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { wholeNumber } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { readingList } from '#lib/review/queries/reading.ts'
import type { ReadingList } from '#lib/review/views.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { may } from '#lib/staff/permissions.ts'
import { Desk } from '../desk.tsx'
import { staffLocale } from '../language.ts'
import { Missing } from '../missing.tsx'

export default async function ReviewPage({ searchParams }: PageProps<'/staff/review'>) {
  const actor = await requireStaff()
  const [locale, { done }] = await Promise.all([staffLocale(), searchParams])
  if (!may(actor, 'review.read')) return <Missing locale={locale} actor={actor} />
  const list = await readingList(actor)
  const [t, staff] = [translator(locale, 'review'), translator(locale, 'staff')]
  return (
    <Desk locale={locale} actor={actor} current="review">
      <title>{staff('suffix', { page: t('list.title') })}</title>
      <div className="staff-between">
        <h1>{t('list.heading')}</h1>
        <MoreWork locale={locale} actor={actor} />
      </div>
      <Done locale={locale} done={[done].flat()[0]} />
      <p className="muted">{t('list.intro')}</p>
      <Progress locale={locale} list={list} />
      {list.left.length > 0 && <ReadingLines locale={locale} id="left" heading={t('list.leftHeading')} lines={list.left} />}
      {list.leftCount > list.left.length && <p className="muted">{t('list.more', { count: list.leftCount - list.left.length })}</p>}
      {list.leftCount === 0 && <p>{t('list.nothing')}</p>}
      {list.done.length > 0 && <ReadingLines locale={locale} id="done" heading={t('list.doneHeading')} lines={list.done} />}
      <KeysSwitch locale={locale} keys="list" module="/modules/review-list.js" />
    </Desk>
  )
}

/** What the last press came to. */
function Done({ locale, done }: Readonly<{ locale: Locale; done: string | undefined }>) {
  const t = translator(locale, 'review')
  if (done !== 'all' && done !== 'aside') return null
  return (
    <p className="note note--info" role="status">
      {t(done === 'all' ? 'list.allDone' : 'list.stepped')}
    </p>
  )
}

function Progress({ locale, list }: Readonly<{ locale: Locale; list: ReadingList }>) {
  const t = translator(locale, 'review')
  const [done, all] = [list.doneCount, list.doneCount + list.leftCount]
  const [first] = list.left
  if (all === 0) return null
  return (
    <div className="reading-progress">
      <p>
        <b>{t('list.progress', { done: wholeNumber(locale, done), all: wholeNumber(locale, all) })}</b>
      </p>
      <progress className="reading-progress__bar" max={all} value={done} aria-hidden="true" />
      {first && <ButtonLink href={`/staff/review/${first.assignmentId}`}>{t(done > 0 ? 'list.goOn' : 'list.start')}</ButtonLink>}
    </div>
  )
}

function MoreWork({ locale, actor }: Readonly<{ locale: Locale; actor: StaffActor }>) {
  const t = translator(locale, 'review')
  return (
    <p className="btns">
      {may(actor, 'redaction.prepare') && (
        <ButtonLink look="line" href="/staff/review/copies">
          {t('list.copies')}
        </ButtonLink>
      )}
      {may(actor, 'review.assign') && (
        <ButtonLink look="line" href="/staff/review/overview">
          {t('list.overview')}
        </ButtonLink>
      )}
    </p>
  )
}
