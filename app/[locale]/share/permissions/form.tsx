'use client'
import { useActionState } from 'react'
import { aroundField } from '#app/_forms/form.tsx'
import { type BoundAction, fresh, isTicked, textOf, type Values } from '#app/_forms/state.ts'
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
  const [state, send] = useActionState(action, fresh(values))
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
      {rules && <input type="hidden" name="rulesHash" value={rules.hash} />}
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
