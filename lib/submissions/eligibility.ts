import type { RegionMode } from '#lib/campaign/schema.ts'
import type { ShareAnswers } from './schema.ts'

export type Eligibility =
  | Readonly<{ eligible: true; region: 'open' | 'story-only' }>
  | Readonly<{ eligible: false; reason: 'age' | 'affiliated' | 'region' }>

/** Whether somebody may enter, from their answers and the policy of their country. `story-only`: may enter, wins no money. */
export function eligibility(answers: ShareAnswers, mode: RegionMode): Eligibility {
  if (answers.adult !== 'yes') return { eligible: false, reason: 'age' }
  if (answers.affiliated !== 'no') return { eligible: false, reason: 'affiliated' }
  return mode === 'closed' ? { eligible: false, reason: 'region' } : { eligible: true, region: mode }
}
