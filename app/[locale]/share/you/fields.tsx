import { aroundField, textField } from '#app/_forms/form.tsx'
import { type FormState, isTicked, textOf } from '#app/_forms/state.ts'
import { Optional } from '#components/submissions/optional.tsx'
import { mailLanguages } from '#components/submissions/options.ts'
import { Checkbox, Radios } from '#components/ui/choices.tsx'
import { TextAreaField, TextField } from '#components/ui/field.tsx'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { phraseMax, phraseMin } from '#lib/submissions/schema.ts'

type Shown = { readonly locale: Locale; readonly state: FormState }

/** What somebody is called, and whether anybody may read it. */
export function NameFields(shown: Shown) {
  const t = translator(shown.locale, 'share')
  return (
    <>
      <TextField {...textField(shown, 'displayName')} label={t('you.name')} hint={t('you.nameHint')} autoComplete="nickname" dir="auto" />
      <Checkbox
        {...aroundField(shown, 'anonymous')}
        label={t('you.anonymous')}
        hint={t('you.anonymousHint')}
        checked={isTicked(shown.state.values, 'anonymous')}
      />
    </>
  )
}

/** How we write to somebody, and what we should know. */
export function WritingFields(shown: Shown) {
  const t = translator(shown.locale, 'share')
  return (
    <>
      <Radios
        {...aroundField(shown, 'mailLanguage')}
        value={textOf(shown.state.values, 'mailLanguage')}
        label={t('you.mailLanguage')}
        choices={mailLanguages}
      />
      <TextField
        {...textField(shown, 'phrase')}
        label={<Optional locale={shown.locale}>{t('you.phrase')}</Optional>}
        hint={t('you.phraseHint', { min: String(phraseMin), max: String(phraseMax) })}
        autoComplete="off"
        dir="auto"
      />
      <TextAreaField
        {...textField(shown, 'needs')}
        label={<Optional locale={shown.locale}>{t('you.needs')}</Optional>}
        hint={t('you.needsHint')}
        rows={4}
      />
    </>
  )
}
