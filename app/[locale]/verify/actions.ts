'use server'

import { clientAddress } from '#app/_site/request.ts'
import { defaultLocale, localeOf } from '#lib/i18n/locales.ts'
import type { VerifyState } from './state.ts'
import { lookUp } from './verdict.ts'

/** Says on the same page whether the code in the form belongs to a message of ours. */
export async function checkCode(given: string, _before: VerifyState, form: FormData): Promise<VerifyState> {
  return lookUp(form, localeOf(given) ?? defaultLocale, await clientAddress())
}
