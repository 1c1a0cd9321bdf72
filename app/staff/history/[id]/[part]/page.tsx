import { requireStaff } from '#app/_auth/session.ts'
import { HistoryForm } from '#components/history-desk/form.tsx'
import { claimOnDesk } from '#lib/history/editing/queries.ts'
import type { DeskClaim } from '#lib/history/editing/views.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { may } from '#lib/staff/permissions.ts'
import { staffLocale } from '../../../language.ts'
import { Missing } from '../../../missing.tsx'
import { HistoryDesk } from '../../desk.tsx'
import { factFields, factValues, figureRows, reasonFields, sourceFields } from '../../fields.ts'
import { saveFacts, saveSources, saveStanding } from './actions.ts'

const parts = ['facts', 'sources', 'standing'] as const
type Part = (typeof parts)[number]
type Props = Readonly<{ locale: Locale; claim: DeskClaim }>

/** One part of an entry that is the same in every language. */
export default async function PartPage({ params }: PageProps<'/staff/history/[id]/[part]'>) {
  const actor = await requireStaff()
  const [locale, { id, part: name }] = await Promise.all([staffLocale(), params])
  const part = parts.find((one) => one === name)
  const claim = part && may(actor, 'history.edit') ? await claimOnDesk(actor, id) : null
  if (!part || !claim) return <Missing locale={locale} actor={actor} />
  const t = translator(locale, 'historyDesk')
  return (
    <HistoryDesk
      locale={locale}
      actor={actor}
      back={{ href: `/staff/history/${id}`, words: t('backEntry') }}
      heading={<bdi lang="en">{claim.title}</bdi>}
      query={{}}
    >
      <PartForm locale={locale} claim={claim} part={part} />
    </HistoryDesk>
  )
}

function PartForm({ part, ...about }: Props & Readonly<{ part: Part }>) {
  if (part === 'facts') return <FactsForm {...about} />
  return part === 'sources' ? <SourcesForm {...about} /> : <StandingForm {...about} />
}

function FactsForm({ locale, claim: { id, version, content } }: Props) {
  const t = translator(locale, 'historyDesk')
  const rows = figureRows(content.facts)
  return (
    <HistoryForm
      locale={locale}
      page={t('facts.heading')}
      heading={t('facts.heading')}
      fields={[...factFields(locale, rows), ...reasonFields(locale, { told: true })]}
      values={factValues(content.facts)}
      hidden={{ claim: id, base: String(version), figures: String(rows) }}
      button={t('facts.save')}
      action={saveFacts}
    />
  )
}

function SourcesForm({ locale, claim: { id, version, content } }: Props) {
  const t = translator(locale, 'historyDesk')
  return (
    <HistoryForm
      locale={locale}
      page={t('sources.heading')}
      heading={t('sources.heading')}
      fields={[...sourceFields(locale, content.sources), ...reasonFields(locale, { told: true })]}
      values={{}}
      hidden={{ claim: id, base: String(version) }}
      button={t('sources.save')}
      action={saveSources}
    />
  )
}

function StandingForm({ locale, claim: { id, version, content } }: Props) {
  const t = translator(locale, 'historyDesk')
  const isDown = content.standing.takenDownWhy !== null
  const heading = t(isDown ? 'standingForm.bringBackHeading' : 'standingForm.takeDownHeading')
  return (
    <>
      <p>{t(isDown ? 'standingForm.bringBackHint' : 'standingForm.takeDownHint')}</p>
      <HistoryForm
        locale={locale}
        page={heading}
        heading={heading}
        fields={reasonFields(locale, { told: false })}
        values={{}}
        hidden={{ claim: id, base: String(version), standing: isDown ? 'back' : 'down' }}
        button={t(isDown ? 'standingForm.bringBack' : 'standingForm.takeDown')}
        action={saveStanding}
      />
    </>
  )
}
