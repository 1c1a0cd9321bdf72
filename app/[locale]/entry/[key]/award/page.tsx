import { NotFound } from '#app/_site/not-found.tsx'
import { BackLink } from '#components/ui/back-link.tsx'
import { ownAward } from '#lib/awards/queries.ts'
import { localPath } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { ownEntry } from '#lib/submissions/queries.ts'
import { openEntry } from '../open-entry.ts'
import { entryPath } from '../own-key.ts'
import { Shut } from '../shut.tsx'
import { sendCode } from './actions.ts'
import { AwardHead, HowToClaim } from './award.tsx'
import { CodeForm } from './code-form.tsx'

export const metadata = { robots: { index: false, follow: false } }

/** A storyteller's award: how it stands, and what they can do with it. Selected and not opened yet is said; anything else is no page. */
export default async function AwardPage({ params, searchParams }: PageProps<'/[locale]/entry/[key]/award'>) {
  const read = async (key: string) => {
    const [award, entry] = await Promise.all([ownAward(key), ownEntry(key)])
    return entry && (award || entry.status === 'selected') ? { award, storyOnly: entry.storyOnly } : null
  }
  const { locale, key, entry, isMissing } = await openEntry(params, read)
  if (isMissing || entry?.storyOnly) return <NotFound locale={locale} />
  const t = translator(locale, 'awards')
  const award = entry?.award ?? null
  if (entry && !award) return <Shut locale={locale} entryKey={key} title={t('own.title')} text={t('own.notYet')} />
  const done = [(await searchParams).done].flat()[0]
  const title = t('own.title')
  const hasWays = !award || award.canClaim || award.canChange || award.canDecline
  const above = (
    <>
      {award && <AwardHead locale={locale} award={award} done={done} />}
      {award?.canClaim && <HowToClaim locale={locale} />}
    </>
  )
  return (
    <div className="wrap">
      <div className="narrow task">
        <BackLink href={localPath(locale, entryPath(key))}>{translator(locale, 'entry')('backToEntry')}</BackLink>
        {hasWays ? (
          <CodeForm
            {...{ locale, title, action: sendCode.bind(null, locale), canDecline: award?.canDecline ?? false }}
            first={t(award?.canChange ? 'own.sendCodeChange' : 'own.sendCode')}
            haveCode={award?.isCodeOut ? { href: localPath(locale, entryPath(key, '/award/claim')), words: t('own.haveCode') } : null}
          >
            {above}
          </CodeForm>
        ) : (
          <>
            <title>{translator(locale, 'entry')('pageTitle', { title })}</title>
            {above}
          </>
        )}
      </div>
    </div>
  )
}
