import { requireStaff } from '#app/_auth/session.ts'
import { LetterFacts, LetterFault, LetterWords } from '#components/staff/mail-facts.tsx'
import { ResendForm } from '#components/staff/mail-resend.tsx'
import { LetterBadge } from '#components/staff/mail-table.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { maxAttempts } from '#lib/mail/deliver.ts'
import { readMailId } from '#lib/mail/desk/filters.ts'
import { letterForStaff } from '#lib/mail/desk/queries.ts'
import type { LetterView } from '#lib/mail/desk/views.ts'
import { may } from '#lib/staff/permissions.ts'
import { Desk } from '../../desk.tsx'
import { staffLocale } from '../../language.ts'
import { Missing } from '../../missing.tsx'
import { resendOne } from '../actions.ts'

/** One letter: its words without their secrets, how often it was tried, and why it was not taken. */
export default async function LetterPage({ params, searchParams }: PageProps<'/staff/mail/[id]'>) {
  const actor = await requireStaff()
  const [locale, { id }, { done }] = await Promise.all([staffLocale(), params, searchParams])
  const mailId = readMailId(id)
  const letter = mailId && may(actor, 'mail.see') ? await letterForStaff(actor, mailId) : null
  if (!letter) return <Missing locale={locale} actor={actor} />
  const t = translator(locale, 'mailDesk')
  const subject = letter.subject || t('noSubject')
  const title = t('title', { subject })
  return (
    <Desk locale={locale} actor={actor} current="mail">
      <div className="staff-between">
        <div className="staff-head">
          <h1>
            <bdi>{subject}</bdi>
          </h1>
          <LetterBadge locale={locale} state={letter.state} />
        </div>
        <ButtonLink look="line" href="/staff/mail">
          {t('back')}
        </ButtonLink>
      </div>
      {[done].flat()[0] === '1' && letter.state !== 'failed' && (
        <p className="note note--info" role="status">
          {t('done')}
        </p>
      )}
      <LetterFault locale={locale} letter={letter} />
      <ResendForm
        locale={locale}
        mailId={letter.id}
        title={title}
        button={t('again')}
        hint={t('againHint')}
        canResend={letter.canResend && may(actor, 'mail.resend')}
        action={resendOne}
      />
      <Lost locale={locale} letter={letter} />
      <LetterWords locale={locale} letter={letter} />
      <LetterFacts locale={locale} letter={letter} mostTries={maxAttempts} />
    </Desk>
  )
}

function Lost({ locale, letter }: Readonly<{ locale: Locale; letter: LetterView }>) {
  if (letter.state !== 'failed' || letter.canResend) return null
  return <p>{translator(locale, 'mailDesk')('cannot')}</p>
}
