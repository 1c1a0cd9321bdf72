import type { ReactNode } from 'react'
import { AnswerList } from '#components/submissions/answers.tsx'
import { Said } from '#components/submissions/said.tsx'
import { Ltr } from '#components/ui/ltr.tsx'
import { SummaryList, type SummaryRow } from '#components/ui/summary-list.tsx'
import { dateTime } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { type Translator, translator } from '#lib/i18n/translator.ts'
import { type Purpose, purposeOf } from '#lib/submissions/consent.ts'
import type { EverythingHeld } from '#lib/submissions/held.ts'
import { postCheckOutcomes } from '#lib/submissions/post-checks/view.ts'

type Props = { readonly locale: Locale; readonly held: EverythingHeld }
type Words = Translator<'entry'>

const at = (locale: Locale, iso: string) => dateTime(locale, new Date(iso))

/** What happened, in order: a moment and what it was. */
function Moments({ locale, rows }: { readonly locale: Locale; readonly rows: readonly Readonly<{ at: string; what: ReactNode }>[] }) {
  if (rows.length === 0) return <p>{translator(locale, 'entry')('held.none')}</p>
  return (
    <SummaryList
      rows={rows.map(({ at: iso, what }, index): SummaryRow => ({ key: `${index} ${iso}`, term: at(locale, iso), value: what }))}
    />
  )
}

const purposeKeys = {
  rules: 'rules',
  reading: 'reading',
  film: 'film',
  'show-post': 'showPost',
  'publish-name': 'publishName',
  news: 'news',
} as const satisfies Record<Purpose, string>

function answerWords(t: Words, purpose: Purpose, answer: string): string {
  if (purpose === 'film') return t(`permission.${answer === 'yes' ? 'filmYes' : answer === 'ask' ? 'filmAsk' : 'filmNo'}`)
  return t(answer === 'yes' ? 'permission.given' : 'permission.notGiven')
}

/** Every permission, each time it was answered. */
export function Permitted({ locale, held }: Props) {
  const t = translator(locale, 'entry')
  const rows = held.permissions.flatMap(({ purpose: name, answer, at: iso, rulesVersion }) => {
    const purpose = purposeOf(name)
    if (!purpose) return []
    const version = rulesVersion === undefined ? '' : ` (${t('held.rulesVersion', { number: String(rulesVersion) })})`
    return [{ at: iso, what: `${t(`permission.${purposeKeys[purpose]}`)}${version}: ${answerWords(t, purpose, answer)}` }]
  })
  return <Moments locale={locale} rows={rows} />
}

/** Every status a storyteller was shown. */
export function Statuses({ locale, held }: Props) {
  const t = translator(locale, 'entry')
  return <Moments locale={locale} rows={held.history.map(({ at: iso, status }) => ({ at: iso, what: t(`status.${status}`) }))} />
}

/** What we asked, and what was answered. */
export function Questions({ locale, held }: Props) {
  const t = translator(locale, 'entry')
  const rows = held.questions.map(({ question, askedAt, answerBy, answer }) => ({
    at: askedAt,
    what: (
      <div className="flow flow--2">
        <Said>{question}</Said>
        <p className="muted">{t('held.answeredBy', { date: at(locale, answerBy) })}</p>
        {answer ? <Said>{answer}</Said> : <p>{t('held.unanswered')}</p>}
      </div>
    ),
  }))
  return <Moments locale={locale} rows={rows} />
}

/** Decisions against the entry, and the appeal about them. */
export function Decisions({ locale, held }: Props) {
  const t = translator(locale, 'entry')
  const found = held.decisions.map(({ at: iso, rule }) => ({
    at: iso,
    what: `${t('status.ineligible')}${rule ? `: ${t(`ineligible.${rule}`)}` : ''}`,
  }))
  return <Moments locale={locale} rows={found} />
}

/** The appeal and its answer. */
export function Appeal({ locale, held: { appeal } }: Props) {
  const t = translator(locale, 'entry')
  if (!appeal) return <p>{t('held.none')}</p>
  const { decided } = appeal
  const verdict = (date: string) => t(decided?.upheld ? 'appeal.upheld' : 'appeal.rejected', { date })
  const rows = [
    { at: appeal.sentAt, what: <Said>{appeal.text}</Said> },
    ...(decided ? [{ at: decided.at, what: <Said>{`${verdict(at(locale, decided.at))}\n${decided.reason}`}</Said> }] : []),
  ]
  return <Moments locale={locale} rows={rows} />
}

function outcomeOf(stored: string) {
  return postCheckOutcomes.find((known) => known === stored) ?? 'not-checkable-yet'
}

/** What the network said each time it was asked. */
export function Checks({ locale, held }: Props) {
  const t = translator(locale, 'entry')
  const rows = held.postChecks.map(({ at: iso, outcome, title, author, resolvedUrl }) => ({
    at: iso,
    what: (
      <div className="flow flow--2">
        <p>{t(`held.check.${outcomeOf(outcome)}`)}</p>
        {[author, title].map((text) => text && <Said key={text}>{text}</Said>)}
        {resolvedUrl && (
          <p>
            <Ltr>{resolvedUrl}</Ltr>
          </p>
        )}
      </div>
    ),
  }))
  return <Moments locale={locale} rows={rows} />
}

/** Every letter, by its subject. */
export function Mails({ locale, held }: Props) {
  const t = translator(locale, 'entry')
  const rows = held.mails.map(({ writtenAt, sentAt, subject, to }) => ({
    at: sentAt ?? writtenAt,
    what: (
      <>
        <bdi>{subject}</bdi> <Ltr>{to}</Ltr>
        {!sentAt && ` (${t('held.notSent')})`}
      </>
    ),
  }))
  return <Moments locale={locale} rows={rows} />
}

/** How many links open this entry, and what is left of the form. */
export function Traces({ locale, held: { secretLinks, draft } }: Props) {
  const t = translator(locale, 'entry')
  const last = secretLinks.at(-1)
  return (
    <>
      {last && <p>{t('held.linksMade', { count: secretLinks.length, date: at(locale, last.madeAt) })}</p>}
      {draft && (
        <>
          <p>
            {t('held.draft')}: {t('held.draftKept', { from: at(locale, draft.startedAt), until: at(locale, draft.keptUntil) })}
          </p>
          <AnswerList locale={locale} answers={draft.answers} isFinal />
        </>
      )}
    </>
  )
}
