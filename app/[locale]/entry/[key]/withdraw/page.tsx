import { NotFound } from '#app/_site/not-found.tsx'
import { localPath } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { ownEntry } from '#lib/submissions/queries.ts'
import { openEntry } from '../open-entry.ts'
import { entryPath } from '../own-key.ts'
import { Shut } from '../shut.tsx'
import { withdraw } from './actions.ts'
import { WithdrawForm } from './form.tsx'

export const metadata = { robots: { index: false, follow: false } }

export default async function WithdrawPage({ params }: PageProps<'/[locale]/entry/[key]/withdraw'>) {
  const { locale, key, entry, isMissing, isAnswering } = await openEntry(params, ownEntry)
  if (isMissing) return <NotFound locale={locale} />
  const t = translator(locale, 'entry')
  if (entry && !entry.canWithdraw && !isAnswering) {
    const text = t(entry.plainStatus === 'withdrawn' ? 'withdraw.done' : 'withdraw.notPossible')
    return <Shut locale={locale} entryKey={key} title={t('withdraw.title')} text={text} />
  }
  const entryHref = localPath(locale, entryPath(key))
  return (
    <WithdrawForm locale={locale} action={withdraw.bind(null, locale)} entryHref={entryHref} isSelected={entry?.status === 'selected'} />
  )
}
