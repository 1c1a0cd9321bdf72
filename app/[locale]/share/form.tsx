'use client'
import { type ReactNode, useActionState } from 'react'
import { aroundField, Form, FormPage, FormTitle, textField } from '#app/_forms/form.tsx'
import { type BoundAction, type FormState, fresh, textOf, type Values } from '#app/_forms/state.ts'
import { KeepWords } from '#components/submissions/keep-words.tsx'
import { countryOptions } from '#components/submissions/options.ts'
import { Button } from '#components/ui/button.tsx'
import { Radios } from '#components/ui/choices.tsx'
import { SelectField } from '#components/ui/field.tsx'
import { type Locale, localPath } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'

type Props = {
  readonly locale: Locale
  readonly action: BoundAction
  readonly values: Values
  readonly change: boolean
  readonly another: boolean
  /** Their first answers were accepted, and their browser did not keep that they were. */
  readonly hasNoCookie: boolean
  /** When the form was made, signed. */
  readonly age: string
  /** What is read before the first answers. */
  readonly intro: ReactNode
  readonly aside: ReactNode
}

/** The first page: what entering is about, and who can. Once something has been answered only the questions are left. */
export function ShareForm({ locale, action, values, change, another, hasNoCookie, age, intro, aside }: Props) {
  const t = translator(locale, 'share')
  const problems = hasNoCookie ? [{ words: t('start.noCookie') }] : []
  const [state, send] = useActionState(action, { ...fresh(values), problems, answered: hasNoCookie })
  const hidden = { change: change ? '1' : undefined, another: another ? '1' : undefined, age }
  const form = { locale, state, send, hidden }
  if (change || state.answered) {
    const back = { href: localPath(locale, change ? '/share/check' : '/share'), words: t('back') }
    return (
      <FormPage {...form} title={t('who.title')} back={back}>
        <h1 className="q">{t('who.title')}</h1>
        <Questions locale={locale} state={state} />
        <Continue locale={locale} words={t(change ? 'save' : 'continue')} />
      </FormPage>
    )
  }
  return (
    <div className="wrap page">
      <FormTitle locale={locale} state={state} title={t('start.title')} />
      <div className="two">
        <div className="narrow flow flow--5">{intro}</div>
        {aside}
      </div>
      <section className="narrow flow flow--6 page__start" id="start" aria-labelledby="who">
        <h2 className="heading-600" id="who">
          {t('who.title')}
        </h2>
        <Form {...form}>
          <Questions locale={locale} state={state} />
          <Continue locale={locale} words={t('continue')} />
        </Form>
      </section>
    </div>
  )
}

function Continue({ locale, words }: { readonly locale: Locale; readonly words: string }) {
  return (
    <>
      <KeepWords locale={locale} />
      <div className="btns">
        <Button>{words}</Button>
      </div>
    </>
  )
}

function Questions(shown: { readonly locale: Locale; readonly state: FormState }) {
  const t = translator(shown.locale, 'share')
  const [yes, no] = [
    { value: 'yes', label: t('who.yes') },
    { value: 'no', label: t('who.no') },
  ]
  const radio = (name: string) => ({ ...aroundField(shown, name), value: textOf(shown.state.values, name) })
  return (
    <>
      <SelectField
        {...textField(shown, 'country')}
        label={t('who.country')}
        hint={t('who.countryHint')}
        empty={t('who.countryEmpty')}
        options={countryOptions(shown.locale)}
        autoComplete="country"
      />
      <Radios {...radio('adult')} label={t('who.adult')} hint={t('who.adultHint')} choices={[yes, no]} />
      <Radios {...radio('affiliated')} label={t('who.affiliated')} hint={t('who.affiliatedHint')} choices={[no, yes]} />
      <Radios
        {...radio('binanceUser')}
        label={t('who.binanceUser')}
        hint={t('who.binanceUserHint')}
        choices={[yes, no, { value: 'private', label: t('who.private') }]}
      />
    </>
  )
}
