'use server'

import { formAction } from '#app/_forms/action.ts'
import { textOf } from '#app/_forms/state.ts'
import { limits } from '#lib/limits/allow.ts'
import { useContinueLink as openContinueLink } from '#lib/submissions/commands/continue-link.ts'
import { draftOf } from '#lib/submissions/draft.ts'
import { keepDraftToken } from '../../draft-cookie.ts'
import { stepPath } from '../../open-step.ts'

export const openDraft = formAction({
  name: 'share.continue-open',
  limit: limits.shareStep,
  read: (form) => ({ link: String(form.get('link') ?? '').slice(0, 100) }),
  parse: (values) => ({ ok: true, answers: textOf(values, 'link') }),
  run: open,
})

/** A link that opens nothing leads to its own page, which says why. */
async function open(link: string): Promise<string> {
  const opened = await openContinueLink(link)
  if (!opened.ok) return `/share/continue/${encodeURIComponent(link)}`
  await keepDraftToken(opened.token)
  return stepPath((await draftOf(opened.token))?.nextStep ?? 'share')
}
