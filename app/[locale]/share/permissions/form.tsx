'use client'
import { useActionState } from 'react'
import { aroundField } from '#app/_forms/form.tsx'
import { type BoundAction, type FormState, fresh, isTicked, textOf, type Values } from '#app/_forms/state.ts'
import { Boxes, Checkbox, Radios } from '#components/ui/choices.tsx'
import { type Locale, localPath } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { StepPage } from '../step-page.tsx'

type Props = {
  readonly locale: Locale
  readonly action: BoundAction
  readonly values: Values
  readonly change: boolean
  readonly age: string
  /** Those that are to be accepted; null when they could not be read just now. */
  readonly rules: Readonly<{ number: number; hash: string }> | null
}

/** Each permission on its own, nothing ticked beforehand. The words are kept, by their hash, with what was agreed to. */
export function PermissionsForm({ locale, action, values, change, age, rules }: Props) {
  const [answered, send] = useActionState(action, fresh(values))
  const state = withTickAskedAgain(locale, answered, rules?.hash)
  const t = translator(locale, 'share')
  const shown = { locale, state }
  const box = (name: string) => ({ ...aroundField(shown, name), checked: isTicked(state.values, name) })
  const rulesHint =
    rules === null
      ? undefined
      : t.rich('permissions.rulesHint', {
          number: String(rules.number),
          rules: (words) => <a href={`${localPath(locale, '/rules')}?version=${rules.number}`}>{words}</a>,
        })
  return (
    <StepPage {...shown} send={send} step={4} title={t('permissions.title')} before="/share/you" change={change} age={age}>
      <input type="hidden" name="rulesHash" value={rules?.hash ?? textOf(state.values, 'rulesHash')} />
      <Boxes label={t('permissions.needed')}>
        <Checkbox {...box('acceptRules')} label={t('permissions.rules')} hint={rulesHint} />
        <Checkbox {...box('permitReading')} label={t('permissions.reading')} hint={t('permissions.readingHint')} />
      </Boxes>
      <Radios
        {...aroundField(shown, 'film')}
        value={textOf(state.values, 'film')}
        label={t('permissions.filmQuestion')}
        hint={t('permissions.filmHint')}
        choices={[
          { value: 'yes', label: t('permissions.filmYes') },
          { value: 'ask', label: t('permissions.filmAsk') },
          { value: 'no', label: t('permissions.filmNo') },
        ]}
      />
      <Boxes label={t('permissions.free')} hint={t('permissions.freeHint')}>
        <Checkbox {...box('showPost')} label={t('permissions.showPost')} />
        <Checkbox {...box('publishName')} label={t('permissions.publishName')} hint={t('permissions.publishNameHint')} />
        <Checkbox {...box('news')} label={t('permissions.news')} hint={t('permissions.newsHint')} />
      </Boxes>
      <div className="flow flow--2">
        <p>{t('permissions.licence')}</p>
        <p className="small">
          <a href={localPath(locale, '/privacy')}>{t('permissions.privacy')}</a>
        </p>
      </div>
    </StepPage>
  )
}

/** A tick says nothing about rules that came after it: the box is empty again, and says why. Everything else stays as it was chosen. */
function withTickAskedAgain(locale: Locale, state: FormState, hash: string | undefined): FormState {
  const words = translator(locale, 'errors')('rules.changed')
  const problems = state.problems.filter((problem) => problem.words !== words)
  const ticked = textOf(state.values, 'rulesHash')
  const isOther = isTicked(state.values, 'acceptRules') && Boolean(ticked && hash && ticked !== hash)
  if (!isOther && problems.length === state.problems.length) return state
  return { ...state, problems, values: { ...state.values, acceptRules: '' }, errors: { acceptRules: words, ...state.errors } }
}
