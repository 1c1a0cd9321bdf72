import { NotFound } from '#app/_site/not-found.tsx'
import { dateTime } from '#lib/i18n/format.ts'
import { localPath } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { ownEntry } from '#lib/submissions/queries.ts'
import { openEntry } from '../open-entry.ts'
import { entryPath } from '../own-key.ts'
import { Shut } from '../shut.tsx'
import { sendAppeal } from './actions.ts'
import { AppealForm } from './form.tsx'

export const metadata = { robots: { index: false, follow: false } }

export default async function AppealPage({ params }: PageProps<'/[locale]/entry/[key]/appeal'>) {
  const { locale, key, entry, isMissing, isAnswering } = await openEntry(params, ownEntry)
  if (isMissing) return <NotFound locale={locale} />
  const t = translator(locale, 'entry')
  const until = entry?.appealUntil ?? null
  if (!until && !isAnswering) return <Shut locale={locale} entryKey={key} title={t('appeal.title')} text={t('appeal.notPossible')} />
  return (
    <AppealForm
      locale={locale}
      action={sendAppeal.bind(null, locale)}
      entryHref={localPath(locale, entryPath(key))}
      until={until && dateTime(locale, until)}
      why={entry?.ineligible ? t(`ineligible.${entry.ineligible.rule}`) : null}
    />
  )
}
