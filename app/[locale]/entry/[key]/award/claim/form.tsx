'use client'
import { useActionState } from 'react'
import { aroundField, FormPage, textField } from '#app/_forms/form.tsx'
import { type BoundAction, fresh, isTicked } from '#app/_forms/state.ts'
import { Button } from '#components/ui/button.tsx'
import { Checkbox, Radios } from '#components/ui/choices.tsx'
import { type Option, SelectField, TextField } from '#components/ui/field.tsx'
import { marks } from '#components/ui/ltr.tsx'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'

type Props = {
  readonly locale: Locale
  readonly action: BoundAction
  readonly awardHref: string
  /** Details were given before. */
  readonly isChange: boolean
  /** Where the code went, shortened. */
  readonly sentTo: string
  readonly networks: readonly Option[]
}

const plain = { dir: 'ltr', autoComplete: 'off', spellCheck: false, autoCapitalize: 'none' } as const

/** Asks for the mailed code and for one destination. */
export function ClaimForm({ locale, action, awardHref, isChange, sentTo, networks }: Props) {
  const [state, send] = useActionState(action, fresh())
  const t = translator(locale, 'awards')
  const shown = { locale, state }
  const title = t(isChange ? 'own.claim.changeTitle' : 'own.claim.title')
  return (
    <FormPage {...shown} send={send} title={title} back={{ href: awardHref, words: t('own.backToAward') }}>
      <div className="flow flow--4">
        <h1 className="q">{title}</h1>
        {sentTo && <p className="lead">{t('own.claim.sent', { address: sentTo })}</p>}
        <p className="note note--warn">{t.rich('own.never', marks)}</p>
        {isChange && <p>{t('own.claim.changeText')}</p>}
      </div>
      <TextField
        {...textField(shown, 'code')}
        {...plain}
        label={t('own.claim.code')}
        hint={t('own.claim.codeHint')}
        inputMode="numeric"
        autoComplete="one-time-code"
      />
      <Radios
        {...textField(shown, 'kind')}
        label={t('own.claim.kind')}
        choices={[
          { value: 'binance-uid', label: t('own.claim.uidChoice'), hint: t('own.claim.uidChoiceHint') },
          { value: 'address', label: t('own.claim.addressChoice'), hint: t('own.claim.addressChoiceHint') },
        ]}
      />
      <TextField {...textField(shown, 'uid')} {...plain} label={t('own.claim.uid')} hint={t('own.claim.uidHint')} inputMode="numeric" />
      <SelectField
        {...textField(shown, 'network')}
        label={t('own.claim.network')}
        hint={t('own.claim.networkHint')}
        empty={t('own.claim.networkEmpty')}
        options={networks}
      />
      <TextField {...textField(shown, 'address')} {...plain} label={t('own.claim.address')} hint={t('own.claim.addressHint')} />
      <Checkbox {...aroundField(shown, 'understood')} label={t('own.claim.understood')} checked={isTicked(state.values, 'understood')} />
      <div className="flow flow--2">
        <div className="btns">
          <Button>{t(isChange ? 'own.claim.changeButton' : 'own.claim.button')}</Button>
          <a href={awardHref}>{t('own.claim.cancel')}</a>
        </div>
        <p className="muted">{t('own.claim.again')}</p>
      </div>
    </FormPage>
  )
}
