import { cache, type ReactNode } from 'react'
import { StopBanner } from '#components/staff/campaign-banner.tsx'
import { type Place, Rail } from '#components/staff/rail.tsx'
import { FactorBanner } from '#components/staff/second-factor-banner.tsx'
import { stopped } from '#lib/campaign/stops.ts'
import { now } from '#lib/foundation/clock.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { may } from '#lib/staff/permissions.ts'
import { waitingEntries } from '#lib/submissions/staff/list.ts'
import { countedMost, type Waiting } from '#lib/submissions/staff/views.ts'

/** What waits for this member of staff, read once a request; null for who works with no entries. */
export const waitingFor = cache(async (actor: StaffActor): Promise<Waiting | null> => {
  return may(actor, 'submission.list') ? waitingEntries(actor, now()) : null
})

type Props = Readonly<{ locale: Locale; actor: StaffActor; current: Place | null; children: ReactNode }>

/** The document inside a staff page: the rail beside the work. */
export async function Desk({ locale, actor, current, children }: Props) {
  const [waiting, stops] = await Promise.all([waitingFor(actor), stopped()])
  return (
    <div className="shell">
      <Rail locale={locale} actor={actor} current={current} waiting={waiting?.submitted ?? null} countedMost={countedMost} />
      <main id="main" className="pane" tabIndex={-1}>
        <FactorBanner locale={locale} actor={actor} />
        <StopBanner locale={locale} stopped={stops} maySee={may(actor, 'campaign.see')} />
        {children}
      </main>
    </div>
  )
}
