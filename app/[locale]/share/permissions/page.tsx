import { formAge } from '#app/_forms/age.ts'
import { unlessAnswering } from '#app/_forms/reading.ts'
import { valuesOf } from '#app/_forms/state.ts'
import { currentRules } from '#lib/campaign/queries.ts'
import { defaultLocale, localeOf } from '#lib/i18n/locales.ts'
import { isChange, openStep } from '../open-step.ts'
import { savePermissions } from './actions.ts'
import { PermissionsForm } from './form.tsx'

export const metadata = { robots: { index: false } }

export default async function PermissionsPage({ params, searchParams }: PageProps<'/[locale]/share/permissions'>) {
  const locale = localeOf((await params).locale) ?? defaultLocale
  const draft = await openStep('permissions', locale)
  const rules = await unlessAnswering(() => currentRules(locale))
  const values = valuesOf(draft?.answers.permissions)
  const isOutdated = rules !== null && (draft?.acceptedRules ?? rules.hash) !== rules.hash
  return (
    <PermissionsForm
      locale={locale}
      action={savePermissions.bind(null, locale)}
      values={isOutdated ? { ...values, acceptRules: '' } : values}
      change={isChange(await searchParams)}
      age={formAge('share.permissions')}
      rules={rules && { number: rules.number, hash: rules.hash }}
    />
  )
}
