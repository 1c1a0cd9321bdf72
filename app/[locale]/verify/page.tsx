import { TextPage, TextSection } from '#components/ui/text-page.tsx'
import { defaultLocale, localeOf } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { checkCode } from './actions.ts'
import { VerifyForm } from './form.tsx'

const signs = ['code', 'phrase', 'asks', 'link'] as const

export default async function Verify({ params }: PageProps<'/[locale]/verify'>) {
  const locale = localeOf((await params).locale) ?? defaultLocale
  const t = translator(locale, 'verify')
  return (
    <TextPage title={t('title')} lead={t('lead')}>
      <VerifyForm locale={locale} action={checkCode.bind(null, locale)} />
      <TextSection id="signs" title={t('signs.title')}>
        <ul className="list">
          {signs.map((key) => (
            <li key={key}>{t(`signs.${key}`)}</li>
          ))}
        </ul>
        <p>{t('noCode')}</p>
      </TextSection>
    </TextPage>
  )
}
