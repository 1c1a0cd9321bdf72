import 'server-only'
import { redirect } from 'next/navigation'
import { clientAddress } from '#app/_site/request.ts'
import { defaultLocale, localeOf, localPath } from '#lib/i18n/locales.ts'
import { answerForm, type FormPlan } from './answer.ts'
import type { FormState } from './state.ts'

/** What a form posts to: the language of its page comes bound, the state before is not looked at, as it went through the browser. */
export type FormAction = (locale: string, before: FormState, form: FormData) => Promise<FormState>

/** A server action out of a plan: answers the form, then leads on (POST, redirect, GET) or shows it again. */
export function formAction<A>(plan: FormPlan<A>): FormAction {
  return async (given, _before, form) => {
    const locale = localeOf(given) ?? defaultLocale
    const outcome = await answerForm(plan, { locale, form, client: await clientAddress() })
    if ('to' in outcome) redirect(localPath(locale, outcome.to))
    return outcome
  }
}
