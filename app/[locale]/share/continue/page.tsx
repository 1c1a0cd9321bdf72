import { redirect } from 'next/navigation'
import { isAnswering, unlessAnswering } from '#app/_forms/reading.ts'
import { ButtonLink } from '#components/ui/button.tsx'
import { defaultLocale, type Locale, localeOf, localPath } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { continueDays } from '#lib/submissions/continue-links.ts'
import { draftOf } from '#lib/submissions/draft.ts'
import { draftToken } from '../draft-cookie.ts'
import { stepPath } from '../open-step.ts'
import { sendContinueLink } from './actions.ts'
import { ContinueForm } from './form.tsx'

export const metadata = { robots: { index: false } }

/** Where somebody who has begun asks for a link to go on elsewhere. */
export default async function ContinuePage({ params, searchParams }: PageProps<'/[locale]/share/continue'>) {
  const locale = localeOf((await params).locale) ?? defaultLocale
  const draft = await unlessAnswering(async () => draftOf(await draftToken()))
  const before = stepPath(draft?.nextStep ?? 'share')
  const form = <ContinueForm locale={locale} before={before} action={sendContinueLink.bind(null, locale)} />
  if (await isAnswering()) return form
  if (draft?.sent) redirect(localPath(locale, '/share/done'))
  if (!draft) return <Nothing locale={locale} />
  return (await searchParams).sent === '1' ? <Sent locale={locale} before={before} /> : form
}

function Nothing({ locale }: { readonly locale: Locale }) {
  const t = translator(locale, 'share')
  return (
    <div className="wrap page">
      <title>{t('pageTitle', { title: t('continueLink.nothingTitle') })}</title>
      <div className="narrow flow flow--5">
        <h1>{t('continueLink.nothingTitle')}</h1>
        <p className="lead">{t('continueLink.nothingText')}</p>
        <div className="btns">
          <ButtonLink href={localPath(locale, '/share')}>{t('continueLink.start')}</ButtonLink>
          <ButtonLink look="line" href={localPath(locale, '/entry')}>
            {t('continueLink.ended.entry')}
          </ButtonLink>
        </div>
      </div>
    </div>
  )
}

/** The same for every address. */
function Sent({ locale, before }: { readonly locale: Locale; readonly before: string }) {
  const t = translator(locale, 'share')
  return (
    <div className="wrap page">
      <title>{t('pageTitle', { title: t('continueLink.sentTitle') })}</title>
      <div className="narrow flow flow--5">
        <h1>{t('continueLink.sentTitle')}</h1>
        <p className="lead">{t('continueLink.sentText', { days: continueDays })}</p>
        <p>{t('continueLink.sentNothing')}</p>
        <div className="btns">
          <ButtonLink look="line" href={localPath(locale, before)}>
            {t('continueLink.here')}
          </ButtonLink>
          <a href={localPath(locale, '/share/continue')}>{t('continueLink.again')}</a>
        </div>
      </div>
    </div>
  )
}
