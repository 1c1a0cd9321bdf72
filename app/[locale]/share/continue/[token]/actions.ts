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
  read: (form) => ({ link: textIn(form, 'link'), page: textIn(form, 'page') }),
  parse: (values) => ({ ok: true, answers: { link: textOf(values, 'link'), page: textOf(values, 'page') } }),
  run: open,
})

/** A link that opens nothing leads to its own page, which says why. */
async function open({ link, page }: Readonly<{ link: string; page: string }>): Promise<string> {
  const opened = await openContinueLink(link, page || undefined)
  if (!opened.ok) return `/share/continue/${encodeURIComponent(link)}`
  await keepDraftToken(opened.token)
  return stepPath((await draftOf(opened.token))?.nextStep ?? 'share')
}

function textIn(form: FormData, name: string): string {
  return String(form.get(name) ?? '').slice(0, 100)
}
