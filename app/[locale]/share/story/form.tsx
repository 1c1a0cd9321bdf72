'use client'
import { useActionState } from 'react'
import { aroundField, listField, textField } from '#app/_forms/form.tsx'
import { type BoundAction, fresh, textOf, type Values } from '#app/_forms/state.ts'
import { CharacterCount } from '#components/submissions/character-count.tsx'
import { languageOptions } from '#components/submissions/options.ts'
import { Checkboxes, Radios } from '#components/ui/choices.tsx'
import { SelectField, TextAreaField } from '#components/ui/field.tsx'
import { wholeNumber } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { othersShownAnswers, storyMax, storyMin, themes, tools } from '#lib/submissions/schema.ts'
import { StepPage } from '../step-page.tsx'

type Props = { readonly locale: Locale; readonly action: BoundAction; readonly values: Values; readonly change: boolean }

export function StoryForm({ locale, action, values, change }: Props) {
  const [state, send] = useActionState(action, fresh(values))
  const t = translator(locale, 'share')
  const shown = { locale, state }
  const lengths = { min: wholeNumber(locale, storyMin), max: wholeNumber(locale, storyMax) }
  const choice = (value: (typeof themes)[number]) => ({
    value,
    label: t(`story.theme.${value}`),
    hint: value === 'learning' ? t('story.theme.learningHint') : undefined,
  })
  return (
    <StepPage {...shown} send={send} step={2} title={t('story.title')} before="/share/post" change={change}>
      <TextAreaField
        {...textField(shown, 'story')}
        label={t('story.story')}
        hint={t('story.storyHint', lengths)}
        rows={14}
        after={<CharacterCount locale={locale} counts="story" max={storyMax} />}
      />
      <SelectField
        {...textField(shown, 'storyLanguage')}
        label={t('story.language')}
        empty={t('story.languageEmpty')}
        options={languageOptions(locale)}
      />
      <Checkboxes {...listField(shown, 'themes')} label={t('story.themes')} hint={t('story.themesHint')} choices={themes.map(choice)} />
      <Checkboxes
        {...listField(shown, 'tools')}
        label={t('story.tools')}
        hint={t('story.toolsHint')}
        choices={tools.map((value) => ({ value, label: t(`story.tool.${value}`) }))}
      />
      <Radios
        {...aroundField(shown, 'othersShown')}
        value={textOf(state.values, 'othersShown')}
        label={t('story.others')}
        hint={t('story.othersHint')}
        choices={othersShownAnswers.map((value) => ({ value, label: t(`story.other.${value}`) }))}
      />
    </StepPage>
  )
}
