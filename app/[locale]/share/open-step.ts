import 'server-only'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { isAnswering, unlessAnswering } from '#app/_forms/reading.ts'
import { entryWindow } from '#lib/campaign/policy.ts'
import { currentCampaign } from '#lib/campaign/queries.ts'
import type { CampaignView } from '#lib/campaign/schema.ts'
import { now } from '#lib/foundation/clock.ts'
import { type Locale, localPath } from '#lib/i18n/locales.ts'
import { type DraftView, draftOf } from '#lib/submissions/draft.ts'
import { type Step, steps } from '#lib/submissions/schema.ts'
import { draftToken } from './draft-cookie.ts'

const order = [...steps, 'check'] as const

/** Where a step is, as a path without language prefix. */
export function stepPath(step: Step | 'check'): string {
  return step === 'share' ? '/share' : `/share/${step}`
}

/** Where an accepted step leads: on, or back to all answers when it was opened to change one. */
export function pathAfter(step: Step, form: FormData): string {
  return stepPath(form.get('change') === '1' ? 'check' : (order[order.indexOf(step) + 1] ?? 'check'))
}

/** Whether a step was opened to change one answer, after which all answers are shown again. */
export function isChange(query: Readonly<Record<string, string | string[] | undefined>>): boolean {
  return query.change === '1'
}

/**
 * The draft as `step` shows it. Somebody who has not come this far is led to the first step that is missing, somebody who has sent their
 * story to its receipt, everybody back to the start when entries are closed. While a form is being answered nobody is led away; null then
 * means that there is no draft to be had.
 */
export async function openStep(step: Step | 'check', locale: Locale): Promise<DraftView | null> {
  const draft = await unlessAnswering(async () => draftOf(await draftToken()))
  await leadOn(step, locale, draft, currentCampaign)
  return draft
}

type Times = Pick<CampaignView, 'opensAt' | 'closesAt'>

/** Leads away from `step` as openStep() does, for a page that has read the draft itself. */
export async function leadOn(
  step: Step | 'check',
  locale: Locale,
  draft: DraftView | null,
  campaign: () => Promise<Times> | Times,
): Promise<void> {
  if (await isAnswering()) return
  if (draft?.sent) redirect(localPath(locale, '/share/done'))
  if (step === 'share') return
  const next = draft?.nextStep ?? 'share'
  const isAhead = order.indexOf(step) > order.indexOf(next)
  const isShut = entryWindow(await campaign(), now()) !== 'open'
  if (!draft && !isShut && step === 'post' && (await comesFromStart(locale))) redirect(localPath(locale, '/share?cookie=none'))
  if (isAhead || isShut) redirect(localPath(locale, stepPath(isShut ? 'share' : next)))
}

/** Whether somebody was led here by their first answers: without a draft then, their browser keeps no cookie. */
async function comesFromStart(locale: Locale): Promise<boolean> {
  const from = (await headers()).get('referer') ?? ''
  return URL.canParse(from) && new URL(from).pathname === localPath(locale, '/share')
}
