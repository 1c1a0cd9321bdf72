import 'server-only'
import { now } from '#lib/foundation/clock.ts'
import { db } from '#lib/foundation/db.ts'
import { fault } from '#lib/foundation/log.ts'
import type { Locale } from '#lib/i18n/locales.ts'

/** How far somebody can come. `started`: the first step was accepted. */
export const funnelSteps = ['started', 'post', 'story', 'you', 'permissions', 'sent'] as const
export type FunnelStep = (typeof funnelSteps)[number]

/** Adds one to those who came this far today (UTC) in this language. Keeps nothing about anybody; a failure is logged and never thrown. */
export async function countStep(step: FunnelStep, locale: Locale): Promise<void> {
  const day = now().toISOString().slice(0, 10)
  try {
    await db.$executeRaw`
      /* prepared */
      insert into funnel_count as f (day, step, locale, hits) values (${day}::date, ${step}, ${locale}, 1)
      on conflict (day, step, locale) do update set hits = f.hits + 1`
  } catch (error) {
    fault('funnel.not-counted', error, { step })
  }
}
