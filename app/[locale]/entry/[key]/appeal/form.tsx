'use client'
import { useActionState } from 'react'
import { FormPage, textField } from '#app/_forms/form.tsx'
import { type BoundAction, fresh } from '#app/_forms/state.ts'
import { CharacterCount } from '#components/submissions/character-count.tsx'
import { Button } from '#components/ui/button.tsx'
import { TextAreaField } from '#components/ui/field.tsx'
import { wholeNumber } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { appealMax, appealMin } from '#lib/submissions/steps/appeal.ts'

type Props = {
  readonly locale: Locale
  readonly action: BoundAction
  readonly entryHref: string
  /** Null when it cannot be appealed any more, or could not be read. */
  readonly until: string | null
  /** The decision in words. */
  readonly why: string | null
}

/** Asks why an entry that was found not eligible should take part. */
export function AppealForm({ locale, action, entryHref, until, why }: Props) {
  const [state, send] = useActionState(action, fresh())
  const t = translator(locale, 'entry')
  const shown = { locale, state }
  return (
    <FormPage {...shown} send={send} title={t('appeal.title')} back={{ href: entryHref, words: t('backToEntry') }}>
      <div className="flow flow--4">
        <h1 className="q">{t('appeal.title')}</h1>
        {why && (
          <p className="note">
            <b>{t('why')}:</b> {why}
          </p>
        )}
        {until && <p className="lead">{t('appeal.lead', { date: until })}</p>}
      </div>
      <TextAreaField
        {...textField(shown, 'appeal')}
        label={t('appeal.text')}
        hint={t('appeal.textHint', { min: wholeNumber(locale, appealMin), max: wholeNumber(locale, appealMax) })}
        after={<CharacterCount locale={locale} counts="appeal" max={appealMax} />}
      />
      <div className="btns">
        <Button>{t('appeal.button')}</Button>
        <a href={entryHref}>{t('appeal.keep')}</a>
      </div>
    </FormPage>
  )
}
