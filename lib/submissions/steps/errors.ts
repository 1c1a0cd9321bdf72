import type { z } from 'zod'
import type { PostLinkReason } from '../post-url.ts'

/**
 * What can be wrong with one field. Values for the words: `{ min, count }`, `{ max, count }`, `{ max }`;
 * `text.forbidden` has `{ character, codePoint }`: the name from the text rule and the form "U+0000".
 */
export const errorCodes = [
  'country.missing',
  'adult.missing',
  'affiliated.missing',
  'binanceUser.missing',
  'postUrl.missing',
  'postUrl.refused',
  'postText.too-long',
  'story.missing',
  'story.too-short',
  'story.too-long',
  'storyLanguage.missing',
  'themes.too-many',
  'othersShown.missing',
  'displayName.missing',
  'displayName.too-long',
  'email.missing',
  'email.invalid',
  'email.too-long',
  'mailLanguage.missing',
  'phrase.too-short',
  'phrase.too-long',
  'needs.too-long',
  'acceptRules.missing',
  'permitReading.missing',
  'film.missing',
  'answer.missing',
  'answer.too-long',
  'appeal.missing',
  'appeal.too-short',
  'appeal.too-long',
  'erase.missing',
  'claim.code-missing',
  'claim.kind-missing',
  'claim.uid',
  'claim.network-missing',
  'claim.address',
  'claim.checksum',
  'claim.secret',
  'claim.not-understood',
  'film.words-missing',
  'film.words-too-long',
  'report.missing',
  'report.too-short',
  'report.too-long',
  'report.source',
  'choice.unknown',
  'text.forbidden',
  'text.too-heavy',
] as const
export type ErrorCode = (typeof errorCodes)[number]

/** One wrong field. `reason` only with `postUrl.refused`. */
export type FieldError = Readonly<{ code: ErrorCode; values?: Readonly<Record<string, string | number>>; reason?: PostLinkReason }>

/** What an issue of a schema is in our own words. */
export function errorOf(issue: z.core.$ZodIssue): FieldError {
  if (issue.code === 'custom' && issue.params) return issue.params as FieldError
  return { code: errorCode(issue.message) ?? 'choice.unknown' }
}

/** The error code of this name, or null. */
export function errorCode(name: string): ErrorCode | null {
  return errorCodes.find((code) => code === name) ?? null
}
