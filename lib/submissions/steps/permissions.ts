import { z } from 'zod'
import { checkbox, oneOf, required } from './fields.ts'

export const filmAnswers = ['yes', 'ask', 'no'] as const

/** What we may do with the story: each asked separately, nothing ticked beforehand. */
export const permissions = z.object({
  acceptRules: required('acceptRules.missing'),
  permitReading: required('permitReading.missing'),
  film: oneOf(filmAnswers, 'film.missing'),
  showPost: checkbox,
  publishName: checkbox,
  news: checkbox,
})
export type PermissionsAnswers = z.output<typeof permissions>
