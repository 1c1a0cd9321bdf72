'use client'
import { type ReactNode, useActionState } from 'react'
import { Form, FormErrors, FormTitle, textField } from '#app/_forms/form.tsx'
import { type BoundAction, fresh, textOf } from '#app/_forms/state.ts'
import { CharacterCount } from '#components/submissions/character-count.tsx'
import { Button } from '#components/ui/button.tsx'
import { TextAreaField } from '#components/ui/field.tsx'
import { wordsMax } from '#lib/films/answer.ts'
import type { AskStep } from '#lib/films/lifecycle.ts'
import { wholeNumber } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'

type Props = {
  readonly locale: Locale
  readonly action: BoundAction
  readonly title: string
  /** Null when the film could not be read while an answer was being sent. */
  readonly ask: { readonly step: AskStep; readonly hash: string; readonly canAgree: boolean } | null
  /** The storyboard and the film, above the answer. */
  readonly children: ReactNode
}

/** A yes to exactly what is shown, or words about what should be different. */
export function FilmAnswer({ locale, action, title, ask, children }: Props) {
  const [state, send] = useActionState(action, fresh())
  const t = translator(locale, 'films')
  const shown = { locale, state }
  const step: AskStep = (ask?.step ?? textOf(state.values, 'step')) === 'film' ? 'film' : 'storyboard'
  const hidden = { step, hash: ask?.hash ?? textOf(state.values, 'hash') }
  return (
    <>
      <FormTitle {...shown} title={title} />
      <FormErrors {...shown} />
      {children}
      {ask?.canAgree && (
        <section className="card flow flow--4" aria-labelledby="answer">
          <h2 className="heading-500" id="answer">
            {t(`ask.${step}`)}
          </h2>
          <p>{t('ask.tied')}</p>
          <Form {...shown} send={send} hidden={hidden}>
            <Button name="answer" value="yes">
              {t(step === 'film' ? 'ask.yesFilm' : 'ask.yesStoryboard')}
            </Button>
          </Form>
        </section>
      )}
      <section className="card flow flow--4" aria-labelledby="change">
        <h2 className="heading-500" id="change">
          {t('ask.orChange')}
        </h2>
        {ask && !ask.canAgree && <p>{t('ask.takeBack')}</p>}
        <Form {...shown} send={send} hidden={hidden}>
          <TextAreaField
            {...textField(shown, 'words')}
            label={t('ask.words')}
            hint={t('ask.wordsHint', { max: wholeNumber(locale, wordsMax) })}
            after={<CharacterCount locale={locale} counts="words" max={wordsMax} />}
          />
          <Button look="line" name="answer" value="change">
            {t('ask.change')}
          </Button>
        </Form>
      </section>
    </>
  )
}
