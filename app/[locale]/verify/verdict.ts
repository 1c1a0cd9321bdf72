import { fresh } from '#app/_forms/state.ts'
import { db } from '#lib/foundation/db.ts'
import { dateTime } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { allow, limits } from '#lib/limits/allow.ts'
import { mailByCode } from '#lib/mail/queries.ts'
import type { Verdict, VerifyState } from './state.ts'

const longestCode = 60

/** Looks a typed code up for somebody at this network address. Keeps what was typed, whatever the answer. */
export async function lookUp(form: FormData, locale: Locale, client: string): Promise<VerifyState> {
  const code = typed(form)
  const shown: VerifyState = { ...fresh({ code }), answered: true, verdict: null }
  if (!code) return { ...shown, errors: { code: translator(locale, 'verify')('missing') } }
  const permit = await allow(db, limits.verify, client)
  if (!permit.allowed) {
    const { retryAfter } = permit
    return { ...shown, status: 429, retryAfter, problems: [{ words: tooMany(locale, retryAfter) }] }
  }
  return { ...shown, verdict: await judge(code, locale) }
}

function typed(form: FormData): string {
  const code = form.get('code')
  return typeof code === 'string' ? code.replace(/\p{C}/gu, '').trim().slice(0, longestCode) : ''
}

async function judge(code: string, locale: Locale): Promise<Verdict> {
  const mail = await mailByCode(code)
  if (!mail) return { known: false, code }
  return { known: true, date: dateTime(locale, mail.sentOn), ending: mail.reference?.slice(-4) ?? null }
}

function tooMany(locale: Locale, seconds: number): string {
  const t = translator(locale, 'errors')
  return t('form.limit', { minutes: t('form.minutes', { count: Math.ceil(seconds / 60) }) })
}
