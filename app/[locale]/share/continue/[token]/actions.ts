'use server'

import { formAction } from '#app/_forms/action.ts'
import { textOf } from '#app/_forms/state.ts'
import { limits } from '#lib/limits/allow.ts'
import { useContinueLink as openContinueLink } from '#lib/submissions/commands/continue-link.ts'
import { keepDraftToken } from '../../draft-cookie.ts'

export const openDraft = formAction({
  name: 'share.continue-open',
  limit: limits.shareStep,
  read: (form) => ({ link: textIn(form, 'link'), page: textIn(form, 'page') }),
  parse: (values) => ({ ok: true, answers: { link: textOf(values, 'link'), page: textOf(values, 'page') } }),
  run: open,
})

/** Leads to the link's own page once more: that leads on where the cookie was kept, and otherwise says why the link opens nothing. */
async function open({ link, page }: Readonly<{ link: string; page: string }>): Promise<string> {
  const opened = await openContinueLink(link, page || undefined)
  const own = `/share/continue/${encodeURIComponent(link)}`
  if (!opened.ok) return own
  await keepDraftToken(opened.token)
  return `${own}?opened=1`
}

function textIn(form: FormData, name: string): string {
  return String(form.get(name) ?? '').slice(0, 100)
}
