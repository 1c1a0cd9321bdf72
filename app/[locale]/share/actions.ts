'use server'

import { formAction } from '#app/_forms/action.ts'
import type { Heard } from '#app/_forms/answer.ts'
import { regionMode } from '#lib/campaign/queries.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { draftOf, forgetEligibility, saveStep, startDraft } from '#lib/submissions/draft.ts'
import { eligibility } from '#lib/submissions/eligibility.ts'
import { countStep } from '#lib/submissions/funnel.ts'
import type { ShareAnswers } from '#lib/submissions/schema.ts'
import type { Signal } from '#lib/submissions/spam.ts'
import { draftToken, keepDraftToken } from './draft-cookie.ts'
import { pathAfter } from './open-step.ts'
import { refuseWhenShut, stepPlan } from './plan.ts'

export const saveShare = formAction(stepPlan('share', begin))

async function begin(share: ShareAnswers, { locale, form, signals }: Heard): Promise<string> {
  const standing = eligibility(share, await regionMode(share.country))
  const token = await draftToken()
  if (!standing.eligible) {
    await forgetEligibility(token)
    return `/share/not-eligible?reason=${standing.reason}`
  }
  await refuseWhenShut()
  const draft = await draftOf(token)
  const isAnother = form.get('another') === '1'
  if (draft?.sent && !isAnother) return '/share/done'
  if (token && draft && !draft.sent) await saveStep(token, 'share', share, signals)
  else await start(share, locale, signals)
  return pathAfter('share', form)
}

async function start(share: ShareAnswers, locale: Locale, signals: readonly Signal[]): Promise<void> {
  await keepDraftToken((await startDraft({ locale, share, signals })).token)
  await countStep('started', locale)
}
