import { z } from 'zod'
import { hasVisible } from '#lib/foundation/text.ts'
import { locales } from '#lib/i18n/locales.ts'
import type { FieldError } from './errors.ts'
import { checkbox, forbiddenIn, oneOf, optionalText, refusing, requiredText } from './fields.ts'

export const displayNameMax = 60
export const emailMax = 254
export const phraseMin = 4
export const phraseMax = 40
export const needsMax = 1000

const address = z.email({ pattern: z.regexes.html5Email })

/** A mail address we can write to: one line of ASCII, a domain with a dot, no dots in wrong places. */
function isAddress(text: string): boolean {
  const at = text.lastIndexOf('@')
  const [local, domain] = [text.slice(0, at), text.slice(at + 1)]
  return address.safeParse(text).success && domain.includes('.') && !/^\.|\.\.|\.$/.test(local) && local.length <= 64
}

function emailError(typed: string): FieldError | null {
  if (typed.length > emailMax) return { code: 'email.too-long', values: { max: emailMax, count: typed.length } }
  const forbidden = forbiddenIn(typed, 'line')
  if (forbidden) return forbidden
  if (!hasVisible(typed)) return { code: 'email.missing' }
  return isAddress(typed) ? null : { code: 'email.invalid' }
}

const email = z.preprocess((raw) => (typeof raw === 'string' ? raw.trim() : ''), z.string()).check(refusing(emailError))

/** Who tells the story, and how we reach them. */
export const you = z.object({
  displayName: requiredText({ kind: 'line', max: { count: displayNameMax, code: 'displayName.too-long' } }, 'displayName.missing'),
  anonymous: checkbox,
  email,
  mailLanguage: oneOf(locales, 'mailLanguage.missing'),
  phrase: optionalText({
    kind: 'line',
    min: { count: phraseMin, code: 'phrase.too-short' },
    max: { count: phraseMax, code: 'phrase.too-long' },
  }),
  needs: optionalText({ kind: 'block', max: { count: needsMax, code: 'needs.too-long' } }),
})
export type YouAnswers = z.output<typeof you>
