import { NotFound } from '#app/_site/not-found.tsx'
import { localPath } from '#lib/i18n/locales.ts'
import { ownEntry } from '#lib/submissions/queries.ts'
import { openEntry } from '../open-entry.ts'
import { entryPath } from '../own-key.ts'
import { erase } from './actions.ts'
import { EraseForm } from './form.tsx'

export const metadata = { robots: { index: false, follow: false } }

export default async function ErasePage({ params }: PageProps<'/[locale]/entry/[key]/erase'>) {
  const { locale, key, entry, isMissing } = await openEntry(params, ownEntry)
  if (isMissing) return <NotFound locale={locale} />
  const entryHref = localPath(locale, entryPath(key))
  return <EraseForm locale={locale} action={erase.bind(null, locale)} entryHref={entryHref} isSelected={entry?.status === 'selected'} />
}
