/** The sections of the rules, in the order they are read. Each is an anchor on the rules page. */
export const ruleSections = [
  'who-can-enter',
  'how-to-enter',
  'one-post-one-entry',
  'what-we-look-for',
  'how-entries-are-read',
  'prize-pool',
  'what-you-keep',
  'reaching-you',
  'tax-and-checks',
  'general-notice',
  'changes',
] as const
export type RuleSection = (typeof ruleSections)[number]
