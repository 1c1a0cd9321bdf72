import { requireStaff } from '#app/_auth/session.ts'
import { FlagForm } from '#components/review/flag-form.tsx'
import { BudgetForm, HandForm, SpreadForm } from '#components/review/giving-forms.tsx'
import { NobodyCanRead, ReadingFigures, ReviewerTable } from '#components/review/overview.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { wholeNumber } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { budgets, readBudget } from '#lib/review/overview-form.ts'
import { remainingBudget } from '#lib/review/queries/budget.ts'
import { nobodyCanRead, openFlags, readingProgress, reviewerLines } from '#lib/review/queries/overview.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { may } from '#lib/staff/permissions.ts'
import { Desk } from '../../desk.tsx'
import { staffLocale } from '../../language.ts'
import { Missing } from '../../missing.tsx'
import { answerFlag, askByHand, giveOut, spend } from './actions.ts'
import { OverviewDone } from './done.tsx'

export default async function OverviewPage({ searchParams }: PageProps<'/staff/review/overview'>) {
  const actor = await requireStaff()
  const [locale, marks] = await Promise.all([staffLocale(), searchParams])
  if (!may(actor, 'review.assign')) return <Missing locale={locale} actor={actor} />
  const budget = readBudget([marks.budget].flat()[0] ?? '') ?? budgets.usual
  const [progress, people, nobody] = await Promise.all([readingProgress(actor), reviewerLines(actor), nobodyCanRead(actor)])
  const [t, staff] = [translator(locale, 'review'), translator(locale, 'staff')]
  const title = t('overview.title')
  const options = people.map(({ id, name, isAdmin }) => ({ value: id, label: isAdmin ? `${name} (${staff('role.admin')})` : name }))
  return (
    <Desk locale={locale} actor={actor} current="review">
      <title>{staff('suffix', { page: title })}</title>
      <div className="staff-between">
        <h1>{title}</h1>
        <ButtonLink look="line" href="/staff/review">
          {t('overview.back')}
        </ButtonLink>
      </div>
      <OverviewDone locale={locale} marks={marks} />
      <ReadingFigures locale={locale} progress={progress} />
      <Worries locale={locale} actor={actor} title={title} />
      {nobody.length > 0 && <NobodyCanRead locale={locale} entries={nobody} />}
      <ReviewerTable locale={locale} people={people} />
      <div className="grid2">
        <SpreadForm locale={locale} action={giveOut} />
        <HandForm locale={locale} title={title} people={options} action={askByHand} />
        <BudgetForm locale={locale} title={title} budget={String(budget)} remains={await remains(locale, actor, budget)} action={spend} />
      </div>
    </Desk>
  )
}

async function Worries({ locale, actor, title }: Readonly<{ locale: Locale; actor: StaffActor; title: string }>) {
  const flags = await openFlags(actor)
  const t = translator(locale, 'review')
  return (
    <section className="card flow" aria-labelledby="worries">
      <h2 id="worries">{t('overview.flags')}</h2>
      <p className="hint">{flags.length > 0 ? t('overview.flagsHint') : t('overview.noFlags')}</p>
      {flags.map((flag) => (
        <FlagForm key={flag.id} locale={locale} title={title} flag={flag} action={answerFlag} />
      ))}
    </section>
  )
}

async function remains(locale: Locale, actor: StaffActor, budget: number): Promise<string> {
  const { total, given, remaining } = await remainingBudget(actor, budget)
  const number = (value: number) => wholeNumber(locale, value)
  const t = translator(locale, 'review')
  return t('overview.budgetHint', { budget: String(budget), total: number(total), given: number(given), remaining: number(remaining) })
}
