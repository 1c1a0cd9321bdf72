'use client'
import { useActionState } from 'react'
import { aroundField, FormPage } from '#app/_forms/form.tsx'
import { type BoundAction, fresh, isTicked } from '#app/_forms/state.ts'
import { Button } from '#components/ui/button.tsx'
import { Checkbox } from '#components/ui/choices.tsx'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'

type Props = {
  readonly locale: Locale
  readonly action: BoundAction
  readonly entryHref: string
  /** An award may hang on the entry. */
  readonly isSelected: boolean
}

/** Says what goes and what stays, and asks for a tick before everything is erased. */
export function EraseForm({ locale, action, entryHref, isSelected }: Props) {
  const [state, send] = useActionState(action, fresh())
  const t = translator(locale, 'entry')
  const shown = { locale, state }
  return (
    <FormPage {...shown} send={send} title={t('erase.title')} back={{ href: entryHref, words: t('backToEntry') }}>
      <div className="flow flow--4">
        <h1 className="q">{t('erase.title')}</h1>
        <p className="lead">{t('erase.lead')}</p>
      </div>
      <div className="flow flow--2">
        <h2 className="heading-400">{t('erase.goes')}</h2>
        <p>{t('erase.goesText')}</p>
        {isSelected && <p>{t('erase.award')}</p>}
      </div>
      <div className="flow flow--2">
        <h2 className="heading-400">{t('erase.stays')}</h2>
        <p>{t('erase.staysText')}</p>
        <p>{t('erase.last')}</p>
      </div>
      <Checkbox {...aroundField(shown, 'sure')} label={t('erase.confirm')} checked={isTicked(state.values, 'sure')} />
      <div className="btns">
        <Button look="danger">{t('erase.button')}</Button>
        <a href={entryHref}>{t('erase.keep')}</a>
      </div>
    </FormPage>
  )
}
