import { NotFound } from '#app/_site/not-found.tsx'
import { ownAward } from '#lib/awards/queries.ts'
import { amount } from '#lib/i18n/format.ts'
import { localPath } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { ownEntry } from '#lib/submissions/queries.ts'
import { openEntry } from '../../open-entry.ts'
import { entryPath } from '../../own-key.ts'
import { Shut } from '../../shut.tsx'
import { decline } from '../actions.ts'
import { DeclineForm } from './form.tsx'

export const metadata = { robots: { index: false, follow: false } }

/** Where a storyteller gives their award up. */
export default async function DeclinePage({ params }: PageProps<'/[locale]/entry/[key]/award/decline'>) {
  const read = async (key: string) => {
    const [award, entry] = await Promise.all([ownAward(key), ownEntry(key)])
    return award && entry && { award, maskedEmail: entry.maskedEmail }
  }
  const { locale, key, entry, isMissing, isAnswering } = await openEntry(params, read)
  if (isMissing) return <NotFound locale={locale} />
  const t = translator(locale, 'awards')
  if (entry && !entry.award.canDecline && !isAnswering)
    return <Shut locale={locale} entryKey={key} title={t('own.decline.title')} text={translator(locale, 'errors')('claim.no-longer')} />
  return (
    <DeclineForm
      locale={locale}
      action={decline.bind(null, locale)}
      awardHref={localPath(locale, entryPath(key, '/award'))}
      sentTo={entry?.award.isCodeOut ? entry.maskedEmail : ''}
      amount={entry ? amount(locale, entry.award.units) : ''}
    />
  )
}
