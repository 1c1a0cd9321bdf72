import type { Translator } from '#lib/i18n/translator.ts'

const known = {
  'submission.changed': 'entryChanged',
  'submission.unknown': 'closed',
  'copy.changed': 'copyChanged',
  'copy.outdated': 'outdated',
  'copy.not-eligible': 'closed',
  'copy.not-begun': 'notBegun',
  'copy.reader': 'reader',
  'copy.still-found': 'stillFound',
} as const

/** Why something about a copy was refused, in words. */
export function copyRefusal(t: Translator<'review'>, code: string): string {
  const key = Object.entries(known).find(([name]) => name === code)?.[1] ?? 'closed'
  return t(`copy.errors.${key}`)
}
