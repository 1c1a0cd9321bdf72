import { Fragment } from 'react'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import type { Finding } from '#lib/review/blind.ts'

type Marked = Readonly<{ text: string; found: readonly Finding[]; lang: string }>

/** The words as they were sent, with everything marked that may tell who wrote them. */
export function MarkedText({ text, found, lang }: Marked) {
  const starts = [0, ...found.map(({ to }) => to)]
  return (
    <div className="said copy-marks" dir="auto" lang={lang}>
      {found.map((finding, index) => (
        <Fragment key={finding.from}>
          {text.slice(starts[index], finding.from)}
          <mark>{finding.text}</mark>
        </Fragment>
      ))}
      {text.slice(starts.at(-1))}
    </div>
  )
}

/** What was found, each thing once, with how often. */
export function FoundList({ locale, found }: Readonly<{ locale: Locale; found: readonly Finding[] }>) {
  const t = translator(locale, 'review')
  const counts = new Map<string, { finding: Finding; count: number }>()
  for (const finding of found) {
    const key = `${finding.kind} ${finding.text.toLowerCase()}`
    counts.set(key, { finding, count: (counts.get(key)?.count ?? 0) + 1 })
  }
  return (
    <ul className="copy-found">
      {[...counts].map(([key, { finding, count }]) => (
        <li key={key}>
          {t(`copy.kind.${finding.kind}`)}: <b dir="auto">{finding.text}</b>
          {count > 1 && ` (${t('copy.times', { count })})`}
        </li>
      ))}
    </ul>
  )
}
