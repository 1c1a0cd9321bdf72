import type { Metadata } from 'next'
import { ButtonLink } from '#components/ui/button.tsx'
import { defaultLocale, type Locale, localeOf, localPath } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { receiptOf } from '#lib/submissions/queries.ts'
import { draftToken } from '../draft-cookie.ts'
import { Receipt } from './receipt.tsx'

export const metadata: Metadata = { robots: { index: false } }

/** The receipt of what this browser sent: the same after a reload, or from a bookmark the next day. */
export default async function DonePage({ params }: PageProps<'/[locale]/share/done'>) {
  const locale = localeOf((await params).locale) ?? defaultLocale
  const receipt = await receiptOf(await draftToken())
  if (!receipt) return <NoReceipt locale={locale} />
  return <Receipt locale={locale} receipt={receipt} />
}

function NoReceipt({ locale }: { readonly locale: Locale }) {
  const t = translator(locale, 'share')
  return (
    <div className="wrap page">
      <title>{t('pageTitle', { title: t('noReceipt.title') })}</title>
      <div className="narrow flow flow--5">
        <h1>{t('noReceipt.title')}</h1>
        <p className="lead">{t('noReceipt.text')}</p>
        <p>{t('noReceipt.mail')}</p>
        <div className="btns">
          <ButtonLink href={localPath(locale, '/entry')}>{t('noReceipt.link')}</ButtonLink>
          <ButtonLink look="line" href={localPath(locale, '/share')}>
            {t('noReceipt.start')}
          </ButtonLink>
        </div>
      </div>
    </div>
  )
}
