import type { Metadata } from 'next'
import { BackLink } from '#components/ui/back-link.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { longDate } from '#lib/i18n/format.ts'
import { defaultLocale, localeOf, localPath } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { draftDays, draftOf } from '#lib/submissions/draft.ts'
import { draftToken } from '../draft-cookie.ts'

export async function generateMetadata({ params }: PageProps<'/[locale]/share/not-eligible'>): Promise<Metadata> {
  const t = translator(localeOf((await params).locale) ?? defaultLocale, 'share')
  return { title: t('pageTitle', { title: t('notEligible.title') }), robots: { index: false } }
}

const reasons = ['age', 'affiliated', 'region'] as const

/** Until when an entry begun earlier in this browser is kept; null when there is none. */
async function keptUntil(): Promise<Date | null> {
  const draft = await draftOf(await draftToken())
  return draft && !draft.sent ? new Date(draft.startedAt.getTime() + draftDays * 86_400_000) : null
}

/** Why somebody cannot enter, and what is still open to them. Nothing of these answers was kept. */
export default async function NotEligiblePage({ params, searchParams }: PageProps<'/[locale]/share/not-eligible'>) {
  const locale = localeOf((await params).locale) ?? defaultLocale
  const asked = (await searchParams).reason
  const reason = reasons.find((known) => known === asked)
  const t = translator(locale, 'share')
  const until = await keptUntil()
  return (
    <div className="wrap">
      <div className="narrow task">
        <BackLink href={localPath(locale, '/share')}>{t('notEligible.wrong')}</BackLink>
        <div className="flow flow--5">
          <h1 className="q">{t('notEligible.title')}</h1>
          {reason && <p className="lead">{t(`notEligible.${reason}`)}</p>}
          <p>{until ? t('notEligible.kept', { date: longDate(locale, until) }) : t('notEligible.nothing')}</p>
          <h2 className="heading-500">{t('notEligible.still')}</h2>
          <ul className="list">
            <li>{t('notEligible.watch')}</li>
            <li>{t('notEligible.tell')}</li>
            {reason === 'age' && <li>{t('notEligible.later')}</li>}
          </ul>
          <div className="btns">
            <ButtonLink href={localPath(locale, '/stories')}>{t('notEligible.watchLink')}</ButtonLink>
          </div>
        </div>
      </div>
    </div>
  )
}
