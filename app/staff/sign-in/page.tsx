import { redirect } from 'next/navigation'
import { currentStaff } from '#app/_auth/session.ts'
import { CardPage } from '#components/staff/card-page.tsx'
import { SignInForm } from '#components/staff/sign-in-form.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { env } from '#lib/foundation/env.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { linkMinutes } from '#lib/staff/sign-in.ts'
import { staffLocale } from '../language.ts'
import { requestLink } from './actions.ts'

export default async function SignInPage({ searchParams }: PageProps<'/staff/sign-in'>) {
  if (await currentStaff()) redirect('/staff')
  const [locale, query] = await Promise.all([staffLocale(), searchParams])
  const t = translator(locale, 'staff')
  return <CardPage site={t('site')}>{query.sent ? <Sent locale={locale} /> : <Ask locale={locale} query={query} />}</CardPage>
}

function Sent({ locale }: { readonly locale: Locale }) {
  const t = translator(locale, 'staff')
  return (
    <>
      <title>{t('signIn.title')}</title>
      <h1>{t('signIn.sentHeading')}</h1>
      <p role="status">{t('signIn.sentText', { minutes: String(linkMinutes) })}</p>
      <p className="muted">{t('signIn.sentNothing')}</p>
      <p>
        <a href="/staff/sign-in">{t('signIn.again')}</a>
      </p>
    </>
  )
}

type Query = Awaited<PageProps<'/staff/sign-in'>['searchParams']>

function Ask({ locale, query }: { readonly locale: Locale; readonly query: Query }) {
  const t = translator(locale, 'staff')
  const workAccount = env().OIDC_ISSUER !== undefined
  return (
    <>
      <h1>{t('signIn.heading')}</h1>
      {query['signed-out'] && <p role="status">{t('signIn.signedOut')}</p>}
      {query.error && <p className="note note--warn">{t('signIn.failed')}</p>}
      {workAccount && (
        <ButtonLink look="ink" href="/staff/sign-in/work-account">
          {t('signIn.workAccount')}
        </ButtonLink>
      )}
      <SignInForm locale={locale} orOnly={workAccount ? 'or' : 'only'} action={requestLink} />
      <p className="small muted">{t('signIn.rule', { minutes: String(linkMinutes) })}</p>
    </>
  )
}
