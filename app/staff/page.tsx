import { requireStaff } from '#app/_auth/session.ts'
import { Figure, upTo, WaitingStats } from '#components/staff/waiting-stats.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { now } from '#lib/foundation/clock.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { mailState } from '#lib/staff/mail-state.ts'
import { may } from '#lib/staff/permissions.ts'
import type { Waiting } from '#lib/submissions/staff/views.ts'
import { Desk, waitingFor } from './desk.tsx'
import { staffLocale } from './language.ts'
import { ReadingToday } from './reading-today.tsx'
import { TasksToday } from './tasks-today.tsx'

export default async function TodayPage() {
  const actor = await requireStaff()
  const [locale, waiting, mail] = await Promise.all([staffLocale(), waitingFor(actor), may(actor, 'mail.see') ? mailState(actor) : null])
  const t = translator(locale, 'staff')
  return (
    <Desk locale={locale} actor={actor} current="today">
      <title>{t('suffix', { page: t('today') })}</title>
      <h1>{t('today')}</h1>
      {waiting && <WaitingEntries locale={locale} waiting={waiting} />}
      <TasksToday locale={locale} actor={actor} />
      <ReadingToday locale={locale} actor={actor} />
      {mail && (
        <section className="flow" aria-labelledby="mail">
          <h2 id="mail">{t('todayPage.mail')}</h2>
          <dl className="stat staff-two">
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
  return (
    <>
      <WaitingStats locale={locale} waiting={waiting} now={now()} />
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
