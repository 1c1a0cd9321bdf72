import type { Locale } from '#lib/i18n/locales.ts'
import { type Translator, translator } from '#lib/i18n/translator.ts'

type Marks = Readonly<Record<string, string | string[] | undefined>>

/** What the last press on this page came to. */
export function OverviewDone({ locale, marks }: Readonly<{ locale: Locale; marks: Marks }>) {
  const said = saidOf(translator(locale, 'review'), marks)
  if (!said) return null
  return (
    <p className="note note--info reading-note" role="status">
      {said}
    </p>
  )
}

function saidOf(t: Translator<'review'>, marks: Marks): string | null {
  const [count, missed] = [counted(marks.count), counted(marks.missed)]
  if (marks.done === 'asked') return t('overview.asked')
  if (marks.done === 'closed') return t('overview.resolved')
  if (marks.done === 'spread') return t('overview.spreadDone', { count })
  if (marks.done !== 'spent') return null
  return `${t('overview.spendDone', { asked: count })}${missed > 0 ? ` ${t('overview.spendMissed', { missed })}` : ''}`
}

function counted(mark: string | string[] | undefined): number {
  const typed = [mark].flat()[0] ?? ''
  return /^\d{1,7}$/.test(typed) ? Number(typed) : 0
}
