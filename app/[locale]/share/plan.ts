import 'server-only'
import { noticedIn } from '#app/_forms/age.ts'
import type { FormPlan, Heard } from '#app/_forms/answer.ts'
import { entryWindow } from '#lib/campaign/policy.ts'
import { currentCampaign } from '#lib/campaign/queries.ts'
import { now } from '#lib/foundation/clock.ts'
import { Refusal } from '#lib/foundation/refusal.ts'
import { type Asked, limits } from '#lib/limits/allow.ts'
import { saveStep } from '#lib/submissions/draft.ts'
import { countStep } from '#lib/submissions/funnel.ts'
import { type Answers, parseStep, readForm, type Step } from '#lib/submissions/schema.ts'
import { draftToken } from './draft-cookie.ts'
import { pathAfter } from './open-step.ts'

/** Nobody answers a page of questions in less; in milliseconds. */
const stepTakes = 1_000

/** How one step of the form is answered: its fields are read and kept in the draft, then the next step follows. */
export function stepPlan<S extends Step>(step: S, run: FormPlan<Answers[S]>['run'] = keep(step)): FormPlan<Answers[S]> {
  return {
    name: `share.${step}`,
    limit: limits.shareStep,
    further: forDraft,
    notice: (form) => noticedIn(form, `share.${step}`, stepTakes),
    read: (form) => readForm(form, step),
    parse: (values) => parseStep(step, values),
    run,
  }
}

async function forDraft(): Promise<readonly Asked[]> {
  const token = await draftToken()
  return token ? [[limits.stepByDraft, token]] : []
}

/** Keeps the answers of one step in the draft of this browser and says where to go on. */
export function keep<S extends Step>(step: S) {
  return async (answers: Answers[S], { form, locale, signals }: Heard): Promise<string> => {
    await refuseWhenShut()
    const token = await draftToken()
    if (!token) throw new Refusal('draft.missing')
    const { first } = await saveStep(token, step, answers, signals)
    if (first && step !== 'share') await countStep(step, locale)
    return pathAfter(step, form)
  }
}

/** Refuses 'campaign.not-open' and 'campaign.closed' by the moment of the call. */
export async function refuseWhenShut(): Promise<void> {
  const { opensAt, closesAt } = await currentCampaign()
  const window = entryWindow({ opensAt, closesAt }, now())
  if (window === 'before') throw new Refusal('campaign.not-open', undefined, { opensAt: opensAt.toISOString() })
  if (window === 'closed') throw new Refusal('campaign.closed', undefined, { closesAt: closesAt?.toISOString() ?? '' })
}
