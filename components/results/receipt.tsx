import { SummaryList, type SummaryRow } from '#components/ui/summary-list.tsx'
import { longDate, wholeNumber } from '#lib/i18n/format.ts'
import { type Locale, localPath } from '#lib/i18n/locales.ts'
import { type Translator, translator } from '#lib/i18n/translator.ts'
import type { ReviewReceipt } from '#lib/review/selection/views.ts'

/** For a storyteller whose result is out: how many people read the entry, on which days, what was decided, and why. */
export function DecisionReceipt({ locale, receipt }: Readonly<{ locale: Locale; receipt: ReviewReceipt }>) {
  const t = translator(locale, 'results')
  return (
    <section className="card flow" aria-labelledby="receipt">
      <h2 className="heading-500" id="receipt">
        {t('receipt.heading')}
      </h2>
      <SummaryList rows={rowsOf(t, locale, receipt)} />
      <p className="small">
        {t('receipt.blind')} <a href={localPath(locale, '/results')}>{t('receipt.method')}</a>
      </p>
    </section>
  )
}

function rowsOf(t: Translator<'results'>, locale: Locale, receipt: ReviewReceipt): SummaryRow[] {
  const { readBy, independent, readOn, outcome, reserveOrder, reasons, releasedAt, movedUpAt } = receipt
  const lines = (texts: readonly string[]) => (
    <ul className="plain">
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  )
  const people = [t('receipt.people', { count: readBy }), ...(independent > 0 ? [t('receipt.independent', { count: independent })] : [])]
  const days = readOn.map((day) => longDate(locale, day))
  return [
    { key: 'read', term: t('receipt.readBy'), value: lines(people) },
    ...(days.length > 0 ? [{ key: 'days', term: t('receipt.readOn'), value: lines(days) }] : []),
    { key: 'outcome', term: t('receipt.decided'), value: t(`receipt.outcome.${outcome}`) },
    ...(reserveOrder ? [{ key: 'place', term: t('receipt.place'), value: wholeNumber(locale, reserveOrder) }] : []),
    { key: 'why', term: t('receipt.why'), value: lines(reasons.map((tag) => t(`reason.${tag}`))) },
    { key: 'told', term: t('receipt.told'), value: longDate(locale, releasedAt) },
    ...(movedUpAt ? [{ key: 'moved', term: t('receipt.movedUp'), value: longDate(locale, movedUpAt) }] : []),
  ]
}
