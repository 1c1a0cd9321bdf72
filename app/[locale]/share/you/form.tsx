'use client'
import { useActionState } from 'react'
import { aroundField, textField } from '#app/_forms/form.tsx'
import { type BoundAction, fresh, isTicked, textOf, type Values } from '#app/_forms/state.ts'
import { Optional } from '#components/submissions/optional.tsx'
import { mailLanguages } from '#components/submissions/options.ts'
import { Checkbox, Radios } from '#components/ui/choices.tsx'
import { TextAreaField, TextField } from '#components/ui/field.tsx'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { phraseMax, phraseMin } from '#lib/submissions/schema.ts'
import { StepPage } from '../step-page.tsx'

type Props = { readonly locale: Locale; readonly action: BoundAction; readonly values: Values; readonly change: boolean }

export function YouForm({ locale, action, values, change }: Props) {
  const [state, send] = useActionState(action, fresh({ mailLanguage: locale, ...values }))
  const t = translator(locale, 'share')
  const shown = { locale, state }
  return (
    <StepPage {...shown} send={send} step={3} title={t('you.title')} before="/share/story" change={change}>
      <TextField {...textField(shown, 'displayName')} label={t('you.name')} hint={t('you.nameHint')} autoComplete="nickname" dir="auto" />
      <Checkbox
        {...aroundField(shown, 'anonymous')}
        label={t('you.anonymous')}
        hint={t('you.anonymousHint')}
        checked={isTicked(state.values, 'anonymous')}
      />
      <TextField
        {...textField(shown, 'email')}
        label={t('you.email')}
        hint={t('you.emailHint')}
        type="email"
        inputMode="email"
        autoComplete="email"
        spellCheck={false}
        autoCapitalize="none"
        dir="ltr"
      />
      <Radios
        {...aroundField(shown, 'mailLanguage')}
        value={textOf(state.values, 'mailLanguage')}
        label={t('you.mailLanguage')}
        choices={mailLanguages}
      />
      <TextField
        {...textField(shown, 'phrase')}
        label={<Optional locale={locale}>{t('you.phrase')}</Optional>}
        hint={t('you.phraseHint', { min: String(phraseMin), max: String(phraseMax) })}
        autoComplete="off"
        dir="auto"
      />
      <TextAreaField
        {...textField(shown, 'needs')}
        label={<Optional locale={locale}>{t('you.needs')}</Optional>}
        hint={t('you.needsHint')}
        rows={4}
      />
    </StepPage>
  )
}
