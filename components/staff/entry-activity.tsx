import { Said } from '#components/submissions/said.tsx'
import { ineligibilityRule } from '#lib/campaign/ineligibility.ts'
import { longDate } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { type ScreeningOutcome, screeningOutcomes } from '#lib/submissions/staff/schema.ts'
import type { EntryForStaff } from '#lib/submissions/staff/views.ts'
import { Time } from './time.tsx'

type Props = Readonly<{ locale: Locale; entry: Pick<EntryForStaff, 'changes' | 'screenings' | 'questions'> }>

/** What happened to an entry, oldest first: moves, looks by staff with their notes, questions and answers. */
export function EntryActivity({ locale, entry }: Props) {
  const t = translator(locale, 'staff')
  const happenings = [
    ...entry.changes.map((change) => ({
      at: change.at,
      key: `move ${change.at.getTime()} ${change.to}`,
      what: <Move {...{ locale, change }} />,
    })),
    ...entry.screenings.map((screening) => ({
      at: screening.at,
      key: `look ${screening.at.getTime()}`,
      what: <Look {...{ locale, screening }} />,
    })),
    ...entry.questions.map((question) => ({
      at: question.askedAt,
      key: `ask ${question.askedAt.getTime()}`,
      what: <Ask {...{ locale, question }} />,
    })),
  ].sort((a, b) => a.at.getTime() - b.at.getTime())
  return (
    <details className="more" open={entry.questions.length > 0 || entry.screenings.length > 0}>
      <summary>{t('entry.activity', { count: happenings.length })}</summary>
      <ol className="staff-activity">
        {happenings.map(({ at, key, what }) => (
          <li key={key}>
            <p className="small muted">
              <Time locale={locale} at={at} withYear /> UTC
            </p>
            {what}
          </li>
        ))}
      </ol>
    </details>
  )
}

function Move({ locale, change }: Readonly<{ locale: Locale; change: EntryForStaff['changes'][number] }>) {
  const t = translator(locale, 'staff')
  return (
    <p>
      {t('entry.moved', { status: t(`status.${change.to}`), who: change.by ?? t(change.byClock ? 'entry.clock' : 'entry.storyteller') })}
    </p>
  )
}

const statusOfOutcome = { eligible: 'eligible', ineligible: 'ineligible', question: 'needs_info' } as const satisfies Record<
  ScreeningOutcome,
  string
>

function Look({ locale, screening }: Readonly<{ locale: Locale; screening: EntryForStaff['screenings'][number] }>) {
  const t = translator(locale, 'staff')
  const outcome = screeningOutcomes.find((known) => known === screening.outcome)
  const rule = screening.rule === null ? null : ineligibilityRule(screening.rule)
  const ended = screening.outcome === 'disqualified' ? t('status.disqualified') : screening.outcome
  const word = outcome ? t(`status.${statusOfOutcome[outcome]}`) : ended
  return (
    <>
      <p>
        {t('screening.heading')}: {t('entry.screened', { outcome: word, who: screening.by ?? t('entry.clock') })}
        {rule && <> ({t(`rule.${rule}`)})</>}
      </p>
      {screening.note && <Said>{screening.note}</Said>}
    </>
  )
}

function Ask({ locale, question }: Readonly<{ locale: Locale; question: EntryForStaff['questions'][number] }>) {
  const t = translator(locale, 'staff')
  const format = (at: Date) => longDate(locale, at)
  return (
    <>
      <p>{t('entry.question', { who: question.by, deadline: format(question.deadlineAt) })}</p>
      <Said>{question.body}</Said>
      {question.answer && question.answeredAt ? (
        <>
          <p>
            <b>{t('entry.answered', { at: format(question.answeredAt) })}</b>
          </p>
          <Said>{question.answer}</Said>
        </>
      ) : (
        <p className="muted">{t('entry.unanswered')}</p>
      )}
    </>
  )
}
