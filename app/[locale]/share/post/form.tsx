'use client'
import { type ReactNode, useActionState } from 'react'
import { textField } from '#app/_forms/form.tsx'
import { type BoundAction, fresh, type Values } from '#app/_forms/state.ts'
import { CharacterCount } from '#components/submissions/character-count.tsx'
import { Optional } from '#components/submissions/optional.tsx'
import { TextAreaField, TextField } from '#components/ui/field.tsx'
import { marks } from '#components/ui/ltr.tsx'
import { wholeNumber } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { postTextMax } from '#lib/submissions/schema.ts'
import { StepPage } from '../step-page.tsx'

type Props = {
  readonly locale: Locale
  readonly action: BoundAction
  readonly values: Values
  readonly change: boolean
  readonly age: string
  readonly help: ReactNode
}

export function PostForm({ locale, action, values, change, age, help }: Props) {
  const [state, send] = useActionState(action, fresh(values))
  const t = translator(locale, 'share')
  const shown = { locale, state }
  return (
    <StepPage {...shown} send={send} step={1} title={t('post.title')} before="/share" change={change} age={age}>
      <TextField
        {...textField(shown, 'postUrl')}
        label={t('post.url')}
        hint={t.rich('post.urlHint', marks)}
        type="url"
        inputMode="url"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        dir="ltr"
      />
      {help}
      <TextAreaField
        {...textField(shown, 'postText')}
        label={<Optional locale={locale}>{t('post.text')}</Optional>}
        hint={t('post.textHint', { max: wholeNumber(locale, postTextMax) })}
        after={<CharacterCount locale={locale} counts="postText" max={postTextMax} />}
      />
    </StepPage>
  )
}
