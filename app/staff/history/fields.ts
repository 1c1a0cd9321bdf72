import type { HistoryField } from '#components/history-desk/form.tsx'
import { badgeOf } from '#lib/history/badges.ts'
import type { ClaimFacts, ClaimSource, ClaimWords } from '#lib/history/editing/content.ts'
import { noWords } from '#lib/history/editing/content.ts'
import { spareFigures, type Values } from '#lib/history/editing/form.ts'
import { placements, precisions, publishing, tiers, verdicts } from '#lib/history/schema.ts'
import { languageName } from '#lib/i18n/format.ts'
import { type Locale, locales } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'

/** The fields of the words in one language, each with its English for who translates. */
export function wordFields(locale: Locale, english: ClaimWords | null): HistoryField[] {
  const t = translator(locale, 'historyDesk')
  const about = (name: keyof ClaimWords) => ({ name, ...(english && { english: english[name] ?? '' }) })
  return [
    { kind: 'line', ...about('title'), label: t('words.title'), hint: t('words.titleHint') },
    { kind: 'area', ...about('record'), label: t('words.record'), hint: t('words.recordHint') },
    { kind: 'area', ...about('saysPost'), label: t('words.saysPost'), hint: t('words.saysPostHint') },
    { kind: 'area', ...about('note'), label: t('words.note'), hint: t('words.noteHint') },
  ]
}

export function wordValues(words: ClaimWords = noWords): Values {
  return Object.fromEntries(Object.entries(words).map(([name, text]) => [name, text ?? '']))
}

/** The fields of badge, clearance, place, reviewer, dates and figures. `figures`: how many rows there are, empty ones too. */
export function factFields(locale: Locale, figures: number): HistoryField[] {
  const [t, history] = [translator(locale, 'historyDesk'), translator(locale, 'history')]
  const rows = Array.from({ length: figures }, (_, row) => figureFields(locale, row)).flat()
  return [
    {
      ...{ kind: 'one', name: 'verdict', label: t('facts.badge') },
      options: verdicts.map((value) => ({ value, label: history(`badge.${badgeOf(value)}`) })),
    },
    {
      ...{ kind: 'one', name: 'publish', label: t('facts.publish'), hint: t('facts.publishHint') },
      options: publishing.map((value) => ({ value, label: t(`publish.${value}`) })),
    },
    {
      ...{ kind: 'one', name: 'placement', label: t('facts.placement') },
      options: placements.map((value) => ({ value, label: t(`placement.${value}`) })),
    },
    { kind: 'line', name: 'reviewedBy', label: t('facts.reviewedBy'), hint: t('facts.reviewedByHint') },
    { kind: 'date', name: 'checkedOn', label: t('facts.checkedOn') },
    ...dateFields(locale, 'corrected'),
    ...dateFields(locale, 'claimed'),
    ...rows,
  ]
}

function dateFields(locale: Locale, role: 'claimed' | 'corrected'): HistoryField[] {
  const t = translator(locale, 'historyDesk')
  const options = precisions.map((value) => ({ value, label: t(`facts.precisions.${value}`) }))
  const precision = { label: t('facts.precision'), hint: t('facts.precisionHint'), empty: t('facts.noDate'), options }
  return [
    { kind: 'one', name: `${role}Precision`, group: t(`facts.${role}`), ...precision },
    { kind: 'date', name: `${role}Start`, label: t('facts.start') },
    { kind: 'date', name: `${role}End`, label: t('facts.end') },
  ]
}

function figureFields(locale: Locale, row: number): HistoryField[] {
  const t = translator(locale, 'historyDesk')
  const number = String(row + 1)
  return [
    { kind: 'line', name: `label-${row}`, label: t('facts.figure', { number }), ...(row === 0 && { group: t('facts.figures') }) },
    { kind: 'number', name: `value-${row}`, label: t('facts.value', { number }) },
    { kind: 'line', name: `unit-${row}`, label: t('facts.unit', { number }) },
  ]
}

export function factValues({ verdict, publish, placement, reviewedBy, checkedOn, figures, ...dates }: ClaimFacts): Values {
  const rows = figures.flatMap(({ label, value, unit }, row) =>
    Object.entries({ label, value, unit }).map(([name, text]) => [`${name}-${row}`, text]),
  )
  const typed = Object.entries({ claimed: dates.claimed, corrected: dates.corrected }).flatMap(([role, date]) =>
    date
      ? [
          [`${role}Precision`, date.precision],
          [`${role}Start`, date.start],
          [`${role}End`, date.end ?? ''],
        ]
      : [],
  )
  return {
    verdict,
    publish,
    placement,
    reviewedBy: reviewedBy ?? '',
    checkedOn: checkedOn ?? '',
    ...Object.fromEntries([...rows, ...typed]),
  }
}

/** How many rows of figures a form shows. */
export const figureRows = ({ figures }: ClaimFacts): number => figures.length + spareFigures

/** A box to part each source, and the fields of a new one. */
export function sourceFields(locale: Locale, sources: readonly ClaimSource[]): HistoryField[] {
  const t = translator(locale, 'historyDesk')
  const label = ({ title, publisher }: ClaimSource) => t('sources.remove', { title: `\u2068${title}, ${publisher}\u2069` })
  return [
    ...sources.map((source): HistoryField => {
      const hint = [t(`sources.tiers.${source.tier}`), t(source.publicLink ? 'sources.public' : 'sources.staff'), source.url].filter(
        Boolean,
      )
      return { kind: 'tick', name: `remove-${source.id}`, label: label(source), hint: hint.join(' · ') }
    }),
    { kind: 'line', name: 'newTitle', label: t('sources.title'), group: t('sources.new') },
    { kind: 'line', name: 'newPublisher', label: t('sources.publisher') },
    { kind: 'address', name: 'newUrl', label: t('sources.url'), hint: t('sources.urlHint') },
    { kind: 'line', name: 'newDate', label: t('sources.date'), hint: t('sources.dateHint') },
    {
      ...{ kind: 'one', name: 'newTier', label: t('sources.tier'), empty: '' },
      options: tiers.map((value) => ({ value, label: t(`sources.tiers.${value}`) })),
    },
    { kind: 'tick', name: 'newPublic', label: t('sources.isPublic'), hint: t('sources.isPublicHint') },
  ]
}

/** Why a change is made, and, with `told`, what readers are told of it. */
export function reasonFields(locale: Locale, { told }: Readonly<{ told: boolean }>): HistoryField[] {
  const t = translator(locale, 'historyDesk')
  const reason: HistoryField = {
    kind: 'area',
    name: 'reason',
    label: t('reason.reason'),
    hint: t('reason.reasonHint'),
    group: t('reason.group'),
  }
  if (!told) return [reason]
  return [
    reason,
    ...locales.map(
      (one, index): HistoryField => ({
        ...{ kind: 'line', name: `told-${one}`, label: t('reason.told', { language: languageName(locale, one) }) },
        ...(index === 0 && { hint: t('reason.toldHint') }),
      }),
    ),
  ]
}
