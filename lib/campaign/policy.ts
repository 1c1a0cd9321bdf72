export type EntryWindow = 'before' | 'open' | 'closed'

/** Whether entries are taken at this instant. The opening instant is inside, the closing instant is not; no closing date means open. */
export function entryWindow(campaign: Readonly<{ opensAt: Date; closesAt: Date | null }>, now: Date): EntryWindow {
  if (now < campaign.opensAt) return 'before'
  return campaign.closesAt && now >= campaign.closesAt ? 'closed' : 'open'
}
