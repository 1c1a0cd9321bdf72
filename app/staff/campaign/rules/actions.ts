'use server'

import { redirect } from 'next/navigation'
import { staffAction } from '#app/_auth/action.ts'
import { publishRules, saveRulesDraft } from '#lib/campaign/commands/rules.ts'
import { type DeskErrorCode, type DeskState, readFields, wrongReason } from '#lib/campaign/desk/form.ts'
import { parseRules, readRules } from '#lib/campaign/desk/rules-form.ts'
import type { RulesSection } from '#lib/campaign/schema.ts'
import { defaultLocale, type Locale, localeOf } from '#lib/i18n/locales.ts'
import { refusedForm } from '../answers.ts'

type Draft = Readonly<{ locale: Locale; sections: readonly RulesSection[]; version: number }>

/** Keeps the next rules in one language as a draft. */
export const saveDraft = staffAction<DeskState, Draft>({
  verb: 'campaign.set',
  parse: (form) => {
    const values = readRules(form)
    const read = parseRules(values)
    const locale = localeOf(values.language) ?? defaultLocale
    return read.ok
      ? { ok: true, input: { locale, sections: read.value, version: Number(values.version) || 0 } }
      : { ok: false, state: { values, errors: read.errors, refused: null } }
  },
  run: async (actor, input) => {
    await saveRulesDraft(actor, input)
    redirect(`/staff/campaign/rules?language=${input.locale}&done=draft`)
  },
  refused: (refusal, form) => refusedForm(refusal, readRules(form)),
})

const publishFields = ['reason', 'checked', 'seen'] as const
type Publication = Readonly<{ seen: string; reason: string }>

/** Makes the drafts the rules in force. */
export const publish = staffAction<DeskState, Publication>({
  verb: 'campaign.set',
  parse: (form) => {
    const values = readFields(form, publishFields)
    const errors: Record<string, DeskErrorCode> = { ...wrongReason(values) }
    if (values.checked !== 'yes') errors.checked = 'notChecked'
    if (Object.keys(errors).length > 0) return { ok: false, state: { values, errors, refused: null } }
    return { ok: true, input: { seen: values.seen ?? '', reason: values.reason ?? '' } }
  },
  run: async (actor, input) => {
    await publishRules(actor, input)
    redirect('/staff/campaign?done=rules')
  },
  refused: (refusal, form) => refusedForm(refusal, readFields(form, publishFields)),
})
