import 'server-only'
import { db } from '#lib/foundation/db.ts'
import { Refusal } from '#lib/foundation/refusal.ts'
import { allowEach, limits } from '#lib/limits/allow.ts'
import type { DraftView } from '../draft.ts'
import { mailKey } from '../likeness.ts'
import type { Answers } from '../schema.ts'
import { judge, type Signal, textSignals, type Verdict, wholeEntryTakes } from '../spam.ts'

/** What is known of how an entry came in. */
export type Arrival = Readonly<{
  /** The network address of who sends. */
  client: string
  /** What the form that sends it speaks for. */
  signals: readonly Signal[]
}>

type Weighed = Pick<Answers, 'you' | 'story'> & Readonly<{ arrival: Arrival | undefined; at: Date }>

/**
 * What speaks for a program in an entry that is about to be received, from its draft, its words and how it came. Refuses
 * 'limit.reached' { seconds } when far too many came with one mail address; nothing else of it is ever shown.
 */
export async function weigh(draft: DraftView, { you, story, arrival, at }: Weighed): Promise<Verdict> {
  const hasty = at.getTime() - draft.startedAt.getTime() < wholeEntryTakes
  const own = [...draft.signals, ...textSignals({ ...you, ...story }), ...(hasty ? ['too-fast'] : [])]
  if (!arrival) return judge(own)
  return judge([...own, ...arrival.signals, ...(await burstSignals(arrival.client, mailKey(you.email)))])
}

async function burstSignals(client: string, mail: string): Promise<Signal[]> {
  const [byMail, network, address] = await allowEach(db, [
    [limits.sendByMail, mail],
    [limits.manyFromNetwork, client],
    [limits.manyFromMail, mail],
  ])
  if (byMail && !byMail.allowed) throw new Refusal('limit.reached', undefined, { seconds: byMail.retryAfter })
  return [...(network?.allowed ? [] : (['network-burst'] as const)), ...(address?.allowed ? [] : (['mail-burst'] as const))]
}
