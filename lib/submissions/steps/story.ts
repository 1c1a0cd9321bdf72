import { z } from 'zod'
import type { FieldError } from './errors.ts'
import { anyOf, oneOf, refusing, requiredText } from './fields.ts'

export const storyMin = 100
export const storyMax = 4000
export const themesMax = 2
export const themes = ['learning', 'family', 'challenge', 'opportunity', 'community', 'other'] as const
export const tools = ['academy', 'payments', 'saving', 'work', 'charity', 'other', 'private'] as const
export const othersShownAnswers = ['no', 'adults-agreed', 'adults-not-asked', 'child'] as const

export type Theme = (typeof themes)[number]
export type Tool = (typeof tools)[number]

// Language, script, region: what a form offers of BCP 47. Everything that matches is well formed.
const languageTag = /^[a-z]{2,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?$/i

function languageError(tag: string): FieldError | null {
  if (!tag) return { code: 'storyLanguage.missing' }
  return languageTag.test(tag) ? null : { code: 'choice.unknown' }
}

const storyLanguage = z
  .preprocess((raw) => (typeof raw === 'string' ? raw.trim() : ''), z.string())
  .check(refusing(languageError))
  .transform((tag) => Intl.getCanonicalLocales(tag)[0] ?? tag)

/** The story and the short survey about it. */
export const story = z.object({
  story: requiredText(
    { kind: 'block', min: { count: storyMin, code: 'story.too-short' }, max: { count: storyMax, code: 'story.too-long' } },
    'story.missing',
  ),
  storyLanguage,
  themes: anyOf(themes, { code: 'themes.too-many', max: themesMax }),
  tools: anyOf(tools),
  othersShown: oneOf(othersShownAnswers, 'othersShown.missing'),
})
export type StoryAnswers = z.output<typeof story>
