import type { Shape } from '../engine/film.ts'

/** What can be wrong with a script, in the order in which people mend it. */
export const problemCodes = [
  'duplicate-id',
  'no-title',
  'no-end',
  'opens-with-transition',
  'stands-on-nothing',
  'unknown-fact',
  'unused-fact',
  'no-excerpt',
  'excerpt-differs',
  'words-differ',
  'excerpt-of-nobody',
  'unknown-person',
  'lines-differ',
  'years-of-nobody',
  'no-label',
  'too-fast',
  'too-short',
  'too-long',
  'missing-font',
  'does-not-fit',
] as const
export type ProblemCode = (typeof problemCodes)[number]

/** One thing that is wrong; `scene` counts from 0 and is null when it is the whole film. */
export type Problem = Readonly<{
  scene: number | null
  code: ProblemCode
  shape?: Shape
  values?: Readonly<Record<string, string | number>>
}>
