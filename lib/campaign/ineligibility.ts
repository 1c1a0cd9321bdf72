import type { RuleSection } from './sections.ts'

/** Why staff may find an entry not eligible, each with the section of the rules that says so. */
const grounds = {
  'post-not-found': 'how-to-enter',
  'post-private': 'how-to-enter',
  'no-hashtag': 'how-to-enter',
  'outside-window': 'how-to-enter',
  duplicate: 'one-post-one-entry',
  'not-own-story': 'what-we-look-for',
  promotion: 'what-we-look-for',
  unsafe: 'what-we-look-for',
  'others-not-agreed': 'what-we-look-for',
  'under-age': 'who-can-enter',
  affiliated: 'who-can-enter',
  region: 'who-can-enter',
  'no-reply': 'reaching-you',
} as const satisfies Record<string, RuleSection>

export type IneligibilityRule = keyof typeof grounds

/** The list staff choose from. The storyteller reads the words kept under `entry.ineligible.<rule>`. */
export const ineligibilityRules = [
  'post-not-found',
  'post-private',
  'no-hashtag',
  'outside-window',
  'duplicate',
  'not-own-story',
  'promotion',
  'unsafe',
  'others-not-agreed',
  'under-age',
  'affiliated',
  'region',
  'no-reply',
] as const satisfies readonly IneligibilityRule[]

/** The section of the rules that `rule` rests on. */
export function sectionOf(rule: IneligibilityRule): RuleSection {
  return grounds[rule]
}

/** The rule of this name, or null. */
export function ineligibilityRule(name: string): IneligibilityRule | null {
  return ineligibilityRules.find((rule) => rule === name) ?? null
}
