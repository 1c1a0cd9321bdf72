import { Time } from '#components/staff/time.tsx'
import { languageName } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import type { ReadingState } from '#lib/review/lifecycle.ts'
import type { ReadingLine } from '#lib/review/views.ts'
import { BlindText } from './blind-text.tsx'
import { codeOf, themeWords } from './words.ts'

const looks = { new: 'told', draft: 'warn', done: 'ok' } as const satisfies Record<ReadingState, string>
type Props = Readonly<{ locale: Locale; id: string; heading: string; lines: readonly ReadingLine[] }>

/** Readings one under the other, each with how its copy begins. */
export function ReadingLines({ locale, id, heading, lines }: Props) {
  return (
    <section className="flow" aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      <ol className="readings">
        {lines.map((line) => (
          <Line key={line.assignmentId} locale={locale} line={line} />
        ))}
      </ol>
    </section>
  )
}

function Line({ locale, line }: Readonly<{ locale: Locale; line: ReadingLine }>) {
  const t = translator(locale, 'review')
  const themes = themeWords(locale, line.themes)
  return (
    <li className="readings__line">
      <p className="readings__head">
        <a href={`/staff/review/${line.assignmentId}`} data-row>
          {t('list.open', { code: codeOf(line.assignmentId) })}
        </a>
        <span className={`badge badge--${looks[line.state]}`}>{t(`list.stateOf.${line.state}`)}</span>
        {line.savedAt && (
          <span className="small muted">
            <Time locale={locale} at={line.savedAt} /> UTC
          </span>
        )}
      </p>
      <div className="readings__words">
        <BlindText locale={locale} lang={line.language}>
          {beginning(line.begins)}
        </BlindText>
      </div>
      <p className="small muted">
        {languageName(locale, line.language)}
        {themes && ` · ${themes}`}
      </p>
    </li>
  )
}

const shownMost = 160

/** The first words, cut between two of them where there are such. */
function beginning(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim()
  if (line.length <= shownMost) return line
  const cut = line.lastIndexOf(' ', shownMost)
  return `${line.slice(0, cut > shownMost / 2 ? cut : shownMost)}…`
}
