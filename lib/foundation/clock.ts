import { env } from './env.ts'

let offset: number | undefined

function shift(): number {
  const { CAMPAIGN_NOW, CAMPAIGN_CLOCK_STARTED } = env()
  return CAMPAIGN_NOW ? Date.parse(CAMPAIGN_NOW) - (CAMPAIGN_CLOCK_STARTED ?? Date.now()) : 0
}

/** The present instant. With CAMPAIGN_NOW the clock started there, in every process of one start alike. */
export function now(): Date {
  offset ??= shift()
  return new Date(Date.now() + offset)
}

/** Milliseconds between the campaign's clock and the machine's: for whatever has to be handed to another clock, such as the job queue's. */
export function clockOffset(): number {
  offset ??= shift()
  return offset
}
