import { requireStaff } from '#app/_auth/session.ts'
import { MailFilterForm } from '#components/staff/mail-filters.tsx'
import { ResendForm } from '#components/staff/mail-resend.tsx'
import { MailTable } from '#components/staff/mail-table.tsx'
import { ageOf } from '#components/staff/time.tsx'
import { Figure, upTo } from '#components/staff/waiting-stats.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { now } from '#lib/foundation/clock.ts'
import { wholeNumber } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { resentAtOnce } from '#lib/mail/commands/resend.ts'
import { type MailFilters, mailAddress, readMailFilters, readMailPlace } from '#lib/mail/desk/filters.ts'
import { mailPage, outboxState } from '#lib/mail/desk/queries.ts'
import type { MailPage, OutboxState } from '#lib/mail/desk/views.ts'
import { letters } from '#lib/mail/templates/letters.ts'
import { may } from '#lib/staff/permissions.ts'
import { Desk } from '../desk.tsx'
import { staffLocale } from '../language.ts'
import { Missing } from '../missing.tsx'
import { resendAll } from './actions.ts'

const kinds = ['receipt', ...Object.keys(letters)]

export default async function Mail({ searchParams }: PageProps<'/staff/mail'>) {
  const actor = await requireStaff()
  const [locale, query] = await Promise.all([staffLocale(), searchParams])
  if (!may(actor, 'mail.see')) return <Missing locale={locale} actor={actor} />
  const t = translator(locale, 'mailDesk')
  const filters = readMailFilters(query, kinds)
  const [page, state] = await Promise.all([mailPage(actor, filters, readMailPlace(query)), outboxState(actor)])
  const title = translator(locale, 'staff')('suffix', { page: t('heading') })
  const count = page.lines.length
  return (
    <Desk locale={locale} actor={actor} current="mail">
      {state.failed === 0 && <title>{title}</title>}
      <h1>{t('heading')}</h1>
      <p>{t('lead')}</p>
      <Resent locale={locale} done={[query.done].flat()[0]} />
      <Stand locale={locale} state={state} />
      {state.failed > 0 && may(actor, 'mail.resend') && <Failed locale={locale} failed={state.failed} title={title} />}
      <MailFilterForm locale={locale} filters={filters} kinds={kinds} />
      <p role="status" className="small">
        {t('shown', { count })}
      </p>
      {count > 0 ? <MailTable locale={locale} lines={page.lines} year={now().getUTCFullYear()} /> : <Empty locale={locale} />}
      <Pages locale={locale} filters={filters} page={page} />
    </Desk>
  )
}

function Resent({ locale, done }: Readonly<{ locale: Locale; done: string | undefined }>) {
  if (!done || !/^\d{1,4}$/.test(done)) return null
  return (
    <p className="note note--info" role="status">
      {translator(locale, 'mailDesk')('resentAll', { count: Number(done) })}
    </p>
  )
}

function Stand({ locale, state }: Readonly<{ locale: Locale; state: OutboxState }>) {
  const [t, staff] = [translator(locale, 'mailDesk'), translator(locale, 'staff')]
  const [age, sent] = [state.oldestUnsentAt, state.lastSentAt].map((at) => at && ageOf(at, now()))
  return (
    <dl className="stat">
      <Figure term={t('queued')} value={upTo(locale, state.queued)} />
      <Figure term={t('oldest')} value={age ? staff(`ago.${age.unit}`, { count: age.count }) : t('nothing')} />
      <Figure term={t('failed')} value={upTo(locale, state.failed)} />
      <Figure term={t('lastSent')} value={sent ? staff(`ago.${sent.unit}`, { count: sent.count }) : t('notYet')} />
    </dl>
  )
}

function Failed({ locale, failed, title }: Readonly<{ locale: Locale; failed: number; title: string }>) {
  const t = translator(locale, 'mailDesk')
  const most = wholeNumber(locale, resentAtOnce)
  return (
    <section className="note note--warn flow" aria-labelledby="failed">
      <h2 id="failed">{failed > 1000 ? t('failedMore', { count: wholeNumber(locale, 1000) }) : t('failedNote', { count: failed })}</h2>
      <ResendForm
        locale={locale}
        title={title}
        button={failed > resentAtOnce ? t('resendOldest', { most }) : t('resendAll', { count: failed })}
        hint={t('resendAllHint', { most })}
        canResend
        action={resendAll}
      />
    </section>
  )
}

function Empty({ locale }: Readonly<{ locale: Locale }>) {
  const t = translator(locale, 'mailDesk')
  return (
    <div className="empty">
      <h2>{t('emptyHeading')}</h2>
      <p>{t('emptyText')}</p>
      <ButtonLink look="line" href="/staff/mail">
        {t('seeAll')}
      </ButtonLink>
    </div>
  )
}

function Pages({ locale, filters, page }: Readonly<{ locale: Locale; filters: MailFilters; page: MailPage }>) {
  if (!(page.newer || page.older)) return null
  const t = translator(locale, 'mailDesk')
  return (
    <nav aria-label={t('pages')} className="btns">
      {page.newer && (
        <ButtonLink look="line" href={mailAddress(filters, { newer: page.newer })}>
          {t('newer')}
        </ButtonLink>
      )}
      {page.older && (
        <ButtonLink look="line" href={mailAddress(filters, { older: page.older })}>
          {t('older')}
        </ButtonLink>
      )}
    </nav>
  )
}
