import { formAge } from '#app/_forms/age.ts'
import { valuesOf } from '#app/_forms/state.ts'
import { defaultLocale, localeOf } from '#lib/i18n/locales.ts'
import { isChange, openStep } from '../open-step.ts'
import { saveYou } from './actions.ts'
import { YouForm } from './form.tsx'

export const metadata = { robots: { index: false } }

export default async function YouPage({ params, searchParams }: PageProps<'/[locale]/share/you'>) {
  const locale = localeOf((await params).locale) ?? defaultLocale
  const draft = await openStep('you', locale)
  return (
    <YouForm
      locale={locale}
      action={saveYou.bind(null, locale)}
      values={valuesOf(draft?.answers.you)}
      change={isChange(await searchParams)}
      age={formAge('share.you')}
    />
  )
}
