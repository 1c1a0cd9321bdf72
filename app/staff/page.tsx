import { requireStaff } from '#app/_auth/session.ts'
import { ageOf } from '#components/staff/time.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { now } from '#lib/foundation/clock.ts'
import { wholeNumber } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { mailState } from '#lib/staff/mail-state.ts'
import { may } from '#lib/staff/permissions.ts'
import { countedMost, type Waiting } from '#lib/submissions/staff/views.ts'
import { Desk, waitingFor } from './desk.tsx'
import { staffLocale } from './language.ts'

export default async function TodayPage() {
  const actor = await requireStaff()
  const [locale, waiting, mail] = await Promise.all([staffLocale(), waitingFor(actor), may(actor, 'mail.see') ? mailState(actor) : null])
  const t = translator(locale, 'staff')
  return (
    <Desk locale={locale} actor={actor} current="today">
      <title>{t('suffix', { page: t('today') })}</title>
      <h1>{t('today')}</h1>
      {waiting ? <WaitingEntries locale={locale} waiting={waiting} /> : <p>{t('todayPage.editor')}</p>}
      {mail && (
        <section className="flow" aria-labelledby="mail">
          <h2 id="mail">{t('todayPage.mail')}</h2>
          <dl className="stat">
            <Figure term={t('todayPage.mailWaiting')} value={upTo(locale, mail.waiting)} />
            <Figure term={t('todayPage.mailFailed')} value={upTo(locale, mail.failed)} />
          </dl>
        </section>
      )}
    </Desk>
  )
}

function WaitingEntries({ locale, waiting }: Readonly<{ locale: Locale; waiting: Waiting }>) {
  const t = translator(locale, 'staff')
  const age = waiting.oldestSubmittedAt && ageOf(waiting.oldestSubmittedAt, now())
  return (
    <>
      <dl className="stat">
        <Figure term={t('todayPage.waiting')} value={upTo(locale, waiting.submitted)} />
        <Figure term={t('todayPage.asked')} value={upTo(locale, waiting.needsInfo)} />
        <Figure term={t('todayPage.eligible')} value={upTo(locale, waiting.eligible)} />
        <Figure term={t('todayPage.oldest')} value={age ? t(`ago.${age.unit}`, { count: age.count }) : t('todayPage.nothing')} />
      </dl>
      {waiting.overdue > 0 && <p className="note note--warn">{t('todayPage.overdue', { count: waiting.overdue })}</p>}
      <p className="btns">
        <ButtonLink href="/staff/submissions">{t('todayPage.openQueue')}</ButtonLink>
        <ButtonLink look="line" href="/staff/submissions?status=needs_info">
          {t('todayPage.seeAsked')}
        </ButtonLink>
      </p>
    </>
  )
}

function Figure({ term, value }: Readonly<{ term: string; value: string }>) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{value}</dd>
    </div>
  )
}

function upTo(locale: Locale, count: number): string {
  const shown = wholeNumber(locale, Math.min(count, countedMost))
  return count > countedMost ? translator(locale, 'staff')('moreThan', { count: shown }) : shown
}
