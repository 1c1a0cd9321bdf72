import { NotFound } from '#app/_site/not-found.tsx'
import { payoutNetworks } from '#lib/awards/networks.ts'
import { ownAward } from '#lib/awards/queries.ts'
import { localPath } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { ownEntry } from '#lib/submissions/queries.ts'
import { openEntry } from '../../open-entry.ts'
import { entryPath } from '../../own-key.ts'
import { Shut } from '../../shut.tsx'
import { claim } from '../actions.ts'
import { ClaimForm } from './form.tsx'

export const metadata = { robots: { index: false, follow: false } }

/** Where a storyteller says where their award goes. */
export default async function ClaimPage({ params }: PageProps<'/[locale]/entry/[key]/award/claim'>) {
  const read = async (key: string) => {
    const [award, entry] = await Promise.all([ownAward(key), ownEntry(key)])
    return award && entry && { award, maskedEmail: entry.maskedEmail }
  }
  const { locale, key, entry, isMissing, isAnswering } = await openEntry(params, read)
  if (isMissing) return <NotFound locale={locale} />
  const t = translator(locale, 'awards')
  if (entry && !entry.award.canClaim && !entry.award.canChange && !isAnswering)
    return <Shut locale={locale} entryKey={key} title={t('own.title')} text={translator(locale, 'errors')('claim.not-open')} />
  return (
    <ClaimForm
      locale={locale}
      action={claim.bind(null, locale)}
      awardHref={localPath(locale, entryPath(key, '/award'))}
      isChange={entry?.award.canChange ?? false}
      sentTo={entry?.award.isCodeOut ? entry.maskedEmail : ''}
      networks={payoutNetworks.map((network) => ({ value: network.key, label: network.name, lang: 'en' }))}
    />
  )
}
