import { valuesOf } from '#app/_forms/state.ts'
import { NotFound } from '#app/_site/not-found.tsx'
import { dateTime } from '#lib/i18n/format.ts'
import { localPath } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { entryToEdit } from '#lib/submissions/editing.ts'
import { openEntry } from '../open-entry.ts'
import { entryPath } from '../own-key.ts'
import { Shut } from '../shut.tsx'
import { saveEdit } from './actions.ts'
import { EditForm } from './form.tsx'

export const metadata = { robots: { index: false, follow: false } }

export default async function EditPage({ params }: PageProps<'/[locale]/entry/[key]/edit'>) {
  const { locale, key, entry, isMissing, isAnswering } = await openEntry(params, entryToEdit)
  if (isMissing) return <NotFound locale={locale} />
  if (entry?.whyNot && !isAnswering) {
    const t = translator(locale, 'entry')
    const text =
      entry.whyNot === 'edit.closed' && entry.closesAt ? t('edit.closed', { date: dateTime(locale, entry.closesAt) }) : t('edit.tooLate')
    return <Shut locale={locale} entryKey={key} title={t('edit.title')} text={text} />
  }
  return (
    <EditForm
      locale={locale}
      action={saveEdit.bind(null, locale)}
      values={valuesOf(entry?.answers)}
      version={entry?.version ?? null}
      entryHref={localPath(locale, entryPath(key))}
    />
  )
}
