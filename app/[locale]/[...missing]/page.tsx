import { NotFound } from '#app/_site/not-found.tsx'
import { defaultLocale, localeOf } from '#lib/i18n/locales.ts'

export default async function Missing({ params }: PageProps<'/[locale]/[...missing]'>) {
  return <NotFound locale={localeOf((await params).locale) ?? defaultLocale} />
}
