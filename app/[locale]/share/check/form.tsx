'use client'
import { useActionState } from 'react'
import { Form, FormErrors, FormTitle } from '#app/_forms/form.tsx'
import { type BoundAction, fresh, textOf } from '#app/_forms/state.ts'
import { AnswerList } from '#components/submissions/answers.tsx'
import { ContinueHint } from '#components/submissions/continue-hint.tsx'
import { KeepWords } from '#components/submissions/keep-words.tsx'
import { PostTimeNote } from '#components/submissions/post-time-note.tsx'
import { BackLink } from '#components/ui/back-link.tsx'
import { Button } from '#components/ui/button.tsx'
import { Steps } from '#components/ui/steps.tsx'
import { type Locale, localPath } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import type { DraftAnswers } from '#lib/submissions/schema.ts'
import { stepCount } from '../step-page.tsx'

type Props = {
  readonly locale: Locale
  readonly action: BoundAction
  /** Names this sending, however often it is sent. */
  readonly sendKey: string
  /** Which rules the storyteller had before them; null when they could not be read just now. */
  readonly rulesHash: string | null
  /** Whether they say that the post is theirs although somebody else has entered it. */
  readonly mine: boolean
  /** When the form was made, signed. */
  readonly age: string
  /** What to solve while far more is sent than usual; null otherwise. */
  readonly riddle: string | null
  /** Null when they could not be read just now. */
  readonly answers: DraftAnswers | null
  readonly times: Readonly<{ opensAt: Date; closesAt: Date | null }> | null
}

/** All answers, each with a way to change it, and one button that sends them. */
export function CheckForm({ locale, action, sendKey, rulesHash, mine, age, riddle, answers, times }: Props) {
  const [state, send] = useActionState(action, fresh())
  const t = translator(locale, 'share')
  const shown = { locale, state }
  return (
    <div className="wrap">
      <FormTitle {...shown} title={t('check.title')} />
      <div className="narrow narrow--wide task">
        <BackLink href={localPath(locale, '/share/permissions')}>{t('back')}</BackLink>
        <FormErrors {...shown} />
        <div className="flow flow--6">
          <Steps label={t('step', { step: String(stepCount), of: String(stepCount) })} step={stepCount} of={stepCount} />
          <h1 className="q">{t('check.title')}</h1>
          <PostTimeNote locale={locale} postUrl={answers?.post?.postUrl} campaign={times} />
          {answers ? <AnswerList locale={locale} answers={answers} /> : <p>{t('check.unread')}</p>}
          <div className="flow flow--4">
            <h2 className="heading-500">{t('check.send')}</h2>
            <p>{t('check.sendText')}</p>
            {mine && <Mine locale={locale} />}
            <Form
              {...shown}
              send={send}
              hidden={{ sendKey, rulesHash: rulesHash ?? textOf(state.values, 'rulesHash'), mine: mine ? '1' : undefined, age }}
            >
              {riddle && <Riddle locale={locale} riddle={riddle} />}
              <KeepWords locale={locale} />
              <Button>{t('check.button')}</Button>
            </Form>
            <ContinueHint locale={locale} />
          </div>
        </div>
      </div>
    </div>
  )
}

/** What follows from saying that a post is theirs which somebody else has entered. */
function Mine({ locale }: { readonly locale: Locale }) {
  const t = translator(locale, 'share')
  return (
    <div className="note note--info flow">
      <h3>{t('check.mine')}</h3>
      <p>{t('check.mineText')}</p>
      <p>{t.rich('check.mineOwn', { link: (words) => <a href={localPath(locale, '/entry')}>{words}</a> })}</p>
    </div>
  )
}

/** A module solves it in the background; whoever has no scripts sends at their own pace and needs no solution. */
function Riddle({ locale, riddle }: { readonly locale: Locale; readonly riddle: string }) {
  return (
    <>
      <p className="note note--info">{translator(locale, 'share')('check.busy')}</p>
      <input type="hidden" name="proof" data-riddle={riddle} />
      <script type="module" src="/modules/share-proof.js" />
    </>
  )
}
