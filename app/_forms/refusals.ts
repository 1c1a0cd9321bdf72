import type { Problem } from '#components/ui/error-summary.tsx'
import type { Refusal } from '#lib/foundation/refusal.ts'
import { dateTime, wholeNumber } from '#lib/i18n/format.ts'
import { type Locale, localPath } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'

export type WordValues = Readonly<Record<string, string | number>>

/** Numbers with the reader's grouping, instants as dates of theirs; everything else as it is. */
export function readable(locale: Locale, values: WordValues = {}): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      if (typeof value === 'number') return [name, wholeNumber(locale, value)]
      return [name, name.endsWith('At') && value ? dateTime(locale, new Date(value)) : value]
    }),
  )
}

/** A wait in whole minutes, as the reader says it. */
export function minutes(locale: Locale, seconds: number): string {
  return translator(locale, 'errors')('form.minutes', { count: Math.max(1, Math.ceil(seconds / 60)) })
}

type Way = (values: WordValues) => string

/** Where each refusal that a storyteller can meet leads on; its words stand under its code in the messages `errors`. */
export const refusals = {
  'draft.missing': () => '/share',
  'draft.sent': () => '/share/done',
  'draft.other': () => '/share/check',
  'draft.incomplete': ({ step }) => (step === 'share' ? '/share' : `/share/${step}`),
  'share.not-eligible': () => '/share',
  'campaign.not-open': null,
  'campaign.closed': null,
  'campaign.stopped': null,
  'region.closed': () => '/share/not-eligible?reason=region',
  'rules.changed': () => '/share/permissions?change=1',
  'post.own': () => '/entry',
  'post.taken': () => '/share/post?change=1',
  'limit.reached': null,
  'send.slow': null,
  'entry.missing': null,
  'question.answered': null,
  'question.closed': null,
  'entry.changed': null,
  'edit.too-late': null,
  'edit.closed': null,
  'withdraw.too-late': null,
  'restore.not-withdrawn': null,
  'restore.too-late': null,
  'restore.post-taken': null,
  'permission.needs-withdrawal': null,
  'permission.unknown': null,
  'appeal.not-possible': null,
  'appeal.already': null,
  'appeal.too-late': null,
  'claim.code-wrong': null,
  'claim.code-tries': null,
  'claim.code-limit': null,
  'claim.not-open': null,
  'claim.no-longer': null,
  'film.stopped': null,
  'film.not-asked': null,
  'film.changed': null,
} as const satisfies Record<string, Way | null>
export type RefusalCode = keyof typeof refusals

function isKnown(code: string): code is RefusalCode {
  return Object.hasOwn(refusals, code)
}

/** What a storyteller reads when something was refused, and where it leads; null for a refusal that no form of theirs can meet. */
export function problemsOf(locale: Locale, refusal: Refusal): readonly Problem[] | null {
  const problem = problemOf(locale, refusal)
  if (refusal.code !== 'post.taken') return problem && [problem]
  const object = { words: translator(locale, 'errors')('post.mine'), href: localPath(locale, '/share/check?mine=1') }
  return problem && [problem, object]
}

function problemOf(locale: Locale, refusal: Refusal): Problem | null {
  if (!isKnown(refusal.code)) return null
  const way: Way | null = refusals[refusal.code]
  const { seconds } = refusal.values
  const wait = typeof seconds === 'number' ? { minutes: minutes(locale, seconds) } : {}
  const words = translator(locale, 'errors')(refusal.code, { ...readable(locale, refusal.values), ...wait } as never)
  return way ? { words, href: localPath(locale, way(refusal.values)) } : { words }
}
