import { Cloth } from '#components/submissions/cloth.tsx'
import { Life, type LifeStep } from '#components/submissions/life.tsx'
import { lifeSteps, type PlainStep } from '#components/submissions/life-steps.ts'
import { marks } from '#components/ui/ltr.tsx'
import { sectionOf } from '#lib/campaign/ineligibility.ts'
import type { RulesView } from '#lib/campaign/schema.ts'
import { dateTime } from '#lib/i18n/format.ts'
import { type Locale, localPath } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import type { OwnEntry } from '#lib/submissions/views.ts'
import { OwnAnswers, OwnPermissions } from './own-answers.tsx'
import { entryPath } from './own-key.ts'
import { Appealing, Ways } from './ways.tsx'

type Props = { readonly locale: Locale; readonly entry: OwnEntry; readonly resultsAt: Date | null }

/** Where the entry stands, since when, and what comes next. */
export function Head({ locale, entry, resultsAt, wasAnswered }: Props & { readonly wasAnswered: boolean }) {
  const t = translator(locale, 'entry')
  const isWaiting = ['received', 'needs-info', 'being-read'].includes(entry.plainStatus)
  return (
    <div className="flow flow--2">
      {wasAnswered && entry.plainStatus !== 'needs-info' && (
        <p className="note note--info" role="status">
          <b>{t('question.given')}.</b> {t('question.givenText')}
        </p>
      )}
      <p className="over">{t.rich('entry', { ...marks, reference: entry.reference })}</p>
      <h1>{t(`status.${entry.plainStatus}`)}</h1>
      <p className="muted">{t('since', { date: dateTime(locale, entry.statusAt) })}</p>
      <p className="lead">{leadOf(locale, entry)}</p>
      {isWaiting && <p>{resultsAt ? t('resultOn', { date: dateTime(locale, resultsAt) }) : t('resultUnknown')}</p>}
    </div>
  )
}

function leadOf(locale: Locale, { plainStatus, question, canAnswer }: OwnEntry): string {
  const t = translator(locale, 'entry')
  if (plainStatus !== 'needs-info') return t(`lead.${plainStatus}`)
  const date = question ? dateTime(locale, question.deadlineAt) : ''
  return canAnswer ? t('lead.needs-info', { date }) : t('lead.needsInfoLate', { date })
}

/** Why, how far, what was told and what was permitted. */
export function Rest({
  locale,
  entry,
  entryKey,
  resultsAt,
  rules,
}: Props & { readonly entryKey: string; readonly rules: RulesView | null }) {
  const t = translator(locale, 'entry')
  return (
    <>
      {entry.ineligible && <Why locale={locale} rule={entry.ineligible.rule} rules={rules} />}
      <Appealing locale={locale} entry={entry} entryKey={entryKey} />
      <section className="flow flow--5" aria-labelledby="progress">
        <h2 className="heading-500" id="progress">
          {t('progress')}
        </h2>
        <Life locale={locale} steps={lifeSteps(entry.history).map((step) => lifeStep(locale, step, resultsAt))} />
      </section>
      <section className="flow flow--2" aria-labelledby="answers">
        <h2 className="heading-500" id="answers">
          {t('answers')}
        </h2>
        <OwnAnswers locale={locale} entry={entry} editHref={entry.canEdit ? localPath(locale, entryPath(entryKey, '/edit')) : null} />
      </section>
      <section className="flow flow--2" aria-labelledby="permissions">
        <h2 className="heading-500" id="permissions">
          {t('permissions')}
        </h2>
        <OwnPermissions locale={locale} entry={entry} href={localPath(locale, entryPath(entryKey, '/permissions'))} />
      </section>
    </>
  )
}

function lifeStep(locale: Locale, step: PlainStep, resultsAt: Date | null): LifeStep {
  const t = translator(locale, 'entry')
  if (step.state !== 'ahead') {
    return {
      key: `${step.status} ${step.at.toISOString()}`,
      state: step.state,
      title: t(`status.${step.status}`),
      text: dateTime(locale, step.at),
    }
  }
  if (step.step === 'being-read') return { key: 'read', state: 'ahead', title: t('step.read'), text: t('step.readText') }
  const text = resultsAt ? t('step.resultOn', { date: dateTime(locale, resultsAt) }) : t('step.resultUnknown')
  return { key: 'result', state: 'ahead', title: t('step.result'), text }
}

type Reason = { readonly locale: Locale; readonly rule: NonNullable<OwnEntry['ineligible']>['rule']; readonly rules: RulesView | null }

function Why({ locale, rule, rules }: Reason) {
  const t = translator(locale, 'entry')
  const section = rules?.sections.find(({ id }) => id === sectionOf(rule))
  const link = (words: React.ReactNode) => (
    <a href={`${localPath(locale, '/rules')}#${section?.id}`} lang={rules?.locale}>
      {words}
    </a>
  )
  return (
    <section className="note flow flow--2" aria-labelledby="why">
      <h2 className="heading-400" id="why">
        {t('why')}
      </h2>
      <p>{t(`ineligible.${rule}`)}</p>
      {section && <p>{t.rich('rule', { section: section.heading, rules: link })}</p>}
    </section>
  )
}

/** The cloth of the entry, what can be done with it, and what keeps it safe. */
export function Aside(props: { readonly locale: Locale; readonly entry: OwnEntry; readonly entryKey: string }) {
  const { locale, entry } = props
  const t = translator(locale, 'entry')
  return (
    <aside className="flow flow--5" aria-label={t('cloth')}>
      <div className="cloth--square">
        <Cloth seed={entry.reference} />
      </div>
      <p className="small muted">{t('clothText')}</p>
      <Ways {...props} />
      <div className="card flow flow--2">
        <h2 className="heading-400">{t('secret')}</h2>
        <p>{t('secretText')}</p>
      </div>
      <p className="note note--warn">
        {t.rich('safety', marks)} <a href={localPath(locale, '/verify')}>{t('verify')}</a>
      </p>
    </aside>
  )
}
