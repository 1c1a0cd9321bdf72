import { isAnswering, unlessAnswering } from '#app/_forms/reading.ts'
import { NotFound } from '#app/_site/not-found.tsx'
import { DecisionReceipt } from '#components/results/receipt.tsx'
import { currentCampaign, currentRules } from '#lib/campaign/queries.ts'
import { dateTime } from '#lib/i18n/format.ts'
import { defaultLocale, localeOf } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { reviewReceipt } from '#lib/review/selection/receipt.ts'
import { ownEntry } from '#lib/submissions/queries.ts'
import { sendAnswer } from './actions.ts'
import { AwardNote } from './award/note.tsx'
import { Aside, Head, Rest } from './entry.tsx'
import { FilmNote } from './film/note.tsx'
import { QuestionForm } from './form.tsx'
import { Done } from './ways.tsx'
import { restore } from './withdraw/actions.ts'
import { RestoreForm } from './withdraw/form.tsx'

export const metadata = { robots: { index: false, follow: false } }

/** One storyteller's entry, for whoever holds its link. An unknown link is no page at all. */
export default async function OwnEntryPage({ params, searchParams }: PageProps<'/[locale]/entry/[key]'>) {
  const { key, ...given } = await params
  const locale = localeOf(given.locale) ?? defaultLocale
  const title = translator(locale, 'entry')('title')
  const entry = await unlessAnswering(() => ownEntry(key))
  const isBeingAnswered = await isAnswering()
  if (!entry && !isBeingAnswered) return <NotFound locale={locale} />
  if (!entry)
    return (
      <Page>
        <QuestionForm
          locale={locale}
          action={sendAnswer.bind(null, locale)}
          title={title}
          question={null}
          instead={
            <RestoreForm locale={locale} action={restore.bind(null, locale)} title={title} until={null}>
              {null}
            </RestoreForm>
          }
        >
          {null}
        </QuestionForm>
      </Page>
    )
  const [campaign, rules, receipt] = await Promise.all([
    unlessAnswering(currentCampaign),
    entry.ineligible && unlessAnswering(() => currentRules(locale)),
    unlessAnswering(() => reviewReceipt(entry.reference)),
  ])
  const query = await searchParams
  const head = (
    <>
      <Done locale={locale} entry={entry} what={[query.done].flat()[0]} />
      <Head locale={locale} entry={entry} resultsAt={campaign?.resultsAt ?? null} wasAnswered={query.answered === '1'} />
      {entry.status === 'selected' && <AwardNote locale={locale} entryKey={key} />}
      {entry.status === 'selected' && <FilmNote locale={locale} entryKey={key} />}
    </>
  )
  const { question } = entry
  const wayBack = (entry.restoreUntil || isBeingAnswered) && (
    <RestoreForm
      locale={locale}
      action={restore.bind(null, locale)}
      title={title}
      until={entry.restoreUntil && dateTime(locale, entry.restoreUntil)}
    >
      {head}
    </RestoreForm>
  )
  return (
    <Page aside={<Aside locale={locale} entry={entry} entryKey={key} />}>
      {wayBack || entry.canAnswer ? (
        <QuestionForm
          locale={locale}
          action={sendAnswer.bind(null, locale)}
          title={title}
          question={question && { ...question, until: dateTime(locale, question.deadlineAt) }}
          instead={wayBack}
        >
          {head}
        </QuestionForm>
      ) : (
        <>
          <title>{translator(locale, 'entry')('pageTitle', { title })}</title>
          {head}
        </>
      )}
      {receipt && <DecisionReceipt locale={locale} receipt={receipt} />}
      <Rest locale={locale} entry={entry} entryKey={key} resultsAt={campaign?.resultsAt ?? null} rules={rules} />
    </Page>
  )
}

function Page({ aside, children }: { readonly aside?: React.ReactNode; readonly children: React.ReactNode }) {
  return (
    <div className="wrap page page--entry">
      <div className="two">
        <div className="flow flow--6">{children}</div>
        {aside}
      </div>
    </div>
  )
}
