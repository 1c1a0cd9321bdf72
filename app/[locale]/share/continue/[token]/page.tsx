import { redirect } from 'next/navigation'
import { isAnswering, unlessAnswering } from '#app/_forms/reading.ts'
import { ButtonLink } from '#components/ui/button.tsx'
import { db } from '#lib/foundation/db.ts'
import { newToken } from '#lib/foundation/ids.ts'
import { dateTime } from '#lib/i18n/format.ts'
import { defaultLocale, type Locale, localeOf, localPath } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { continueLinkState, type LinkEnd, type LinkState } from '#lib/submissions/continue-links.ts'
import { type DraftView, draftOf } from '#lib/submissions/draft.ts'
import { draftToken } from '../../draft-cookie.ts'
import { stepPath } from '../../open-step.ts'
import { openDraft } from './actions.ts'
import { OpenForm } from './form.tsx'

export const metadata = { robots: { index: false, follow: false } }

/** Where a mailed link leads: to one button, on from there once it was pressed, or to why it opens nothing. Looking changes nothing. */
export default async function OpenPage({ params, searchParams }: PageProps<'/[locale]/share/continue/[token]'>) {
  const { token: link, ...given } = await params
  const locale = localeOf(given.locale) ?? defaultLocale
  const state = await unlessAnswering(() => continueLinkState(db, link))
  const draft = await unlessAnswering(async () => draftOf(await draftToken()))
  const own = draft && !draft.sent ? draft : null
  if (state && !state.works && !(await isAnswering())) {
    const wasOpened = state.end === 'used' && (await searchParams).opened === '1'
    if (wasOpened && draft) redirect(localPath(locale, stepPath(draft.nextStep)))
    return <Ended locale={locale} end={wasOpened ? 'noCookie' : state.end} own={own} />
  }
  return (
    <OpenForm locale={locale} link={link} page={newToken()} action={openDraft.bind(null, locale)}>
      <p className="lead">{translator(locale, 'share')('continueLink.openText')}</p>
      {state?.works && <Notes locale={locale} state={state} own={own} />}
    </OpenForm>
  )
}

type Working = Extract<LinkState, { works: true }>

function Notes({ locale, state, own }: { readonly locale: Locale; readonly state: Working; readonly own: DraftView | null }) {
  const t = translator(locale, 'share')
  const here = own && localPath(locale, stepPath(own.nextStep))
  return (
    <>
      <p>{t('continueLink.openOnce', { date: dateTime(locale, state.until) })}</p>
      {here && own.id === state.draftId && (
        <p className="note note--info">{t.rich('continueLink.openSame', { here: (words) => <a href={here}>{words}</a> })}</p>
      )}
      {own && own.id !== state.draftId && <p className="note note--warn">{t('continueLink.openReplaces')}</p>}
    </>
  )
}

/** `noCookie`: the link was opened just now, in a browser that did not keep what it opens. */
type Why = LinkEnd | 'noCookie'

function Ended({ locale, end, own }: { readonly locale: Locale; readonly end: Why; readonly own: DraftView | null }) {
  const t = translator(locale, 'share')
  const title = t(`continueLink.ended.${end}.title`)
  return (
    <div className="wrap page">
      <meta name="hob-status" content={end === 'unknown' ? '404' : '410'} />
      <title>{t('pageTitle', { title })}</title>
      <div className="narrow flow flow--5">
        <h1>{title}</h1>
        <p className="lead">{t(`continueLink.ended.${end}.text`)}</p>
        <div className="btns">
          {own && <ButtonLink href={localPath(locale, stepPath(own.nextStep))}>{t('continueLink.here')}</ButtonLink>}
          {end === 'sent' && <ButtonLink href={localPath(locale, '/entry')}>{t('continueLink.ended.entry')}</ButtonLink>}
          {!own && end !== 'sent' && end !== 'noCookie' && (
            <ButtonLink look="line" href={localPath(locale, '/share')}>
              {t('continueLink.start')}
            </ButtonLink>
          )}
        </div>
      </div>
    </div>
  )
}
