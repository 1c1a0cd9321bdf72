import { z } from 'zod'
import { countryCodes } from '#lib/campaign/countries.ts'
import { oneOf } from './fields.ts'

export const yesOrNo = ['yes', 'no'] as const
export const binanceUserAnswers = ['yes', 'no', 'private'] as const

/** Who may enter: nothing of it is stored before it passes. */
export const share = z.object({
  country: oneOf(countryCodes, 'country.missing'),
  adult: oneOf(yesOrNo, 'adult.missing'),
  affiliated: oneOf(yesOrNo, 'affiliated.missing'),
  binanceUser: oneOf(binanceUserAnswers, 'binanceUser.missing'),
})
export type ShareAnswers = z.output<typeof share>
