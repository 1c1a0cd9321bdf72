'use client'
import { type ReactNode, useActionState } from 'react'
import { Form, FormErrors, FormTitle, textField } from '#app/_forms/form.tsx'
import { type BoundAction, fresh, textOf } from '#app/_forms/state.ts'
import { CharacterCount } from '#components/submissions/character-count.tsx'
import { Said } from '#components/submissions/said.tsx'
import { Button } from '#components/ui/button.tsx'
import { TextAreaField } from '#components/ui/field.tsx'
import { wholeNumber } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { answerMax } from '#lib/submissions/steps/answer.ts'

type Props = {
  readonly locale: Locale
  readonly action: BoundAction
  readonly title: string
  /** Null when the entry could not be read while an answer to its question was being sent. */
  readonly question: { readonly id: string; readonly body: string; readonly until: string } | null
  /** What stands here, with no question to answer, unless an answer was just sent. */
  readonly instead?: ReactNode
  /** What stands above the question. */
  readonly children: ReactNode
}

/** A question of ours with room for the answer; problems with it stand above everything else. */
export function QuestionForm({ locale, action, title, question, instead, children }: Props) {
  const [state, send] = useActionState(action, fresh())
  if (instead && !state.answered) return instead
  const t = translator(locale, 'entry')
  const shown = { locale, state }
  return (
    <>
      <FormTitle {...shown} title={title} />
      <FormErrors {...shown} />
      {children}
      <section className="card flow flow--4" aria-labelledby="question">
        <h2 className="heading-500" id="question">
          {t('question.heading')}
        </h2>
        {question && <Said>{question.body}</Said>}
        {question && <p className="muted">{t('question.asked', { date: question.until })}</p>}
        <Form {...shown} send={send} hidden={{ questionId: question?.id ?? textOf(state.values, 'questionId') }}>
          <TextAreaField
            {...textField(shown, 'answer')}
            label={t('question.answer')}
            hint={t('question.answerHint', { max: wholeNumber(locale, answerMax) })}
            after={<CharacterCount locale={locale} counts="answer" max={answerMax} />}
          />
          <Button>{t('question.button')}</Button>
        </Form>
      </section>
    </>
  )
}
