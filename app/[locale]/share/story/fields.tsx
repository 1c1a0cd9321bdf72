import { aroundField, listField, textField } from '#app/_forms/form.tsx'
import { type FormState, textOf } from '#app/_forms/state.ts'
import { CharacterCount } from '#components/submissions/character-count.tsx'
import { languageOptions } from '#components/submissions/options.ts'
import { Checkboxes, Radios } from '#components/ui/choices.tsx'
import { SelectField, TextAreaField } from '#components/ui/field.tsx'
import { wholeNumber } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { othersShownAnswers, storyMax, storyMin, themes, tools } from '#lib/submissions/schema.ts'

/** The story, and the short survey about it. */
export function StoryFields(shown: { readonly locale: Locale; readonly state: FormState }) {
  const t = translator(shown.locale, 'share')
  const lengths = { min: wholeNumber(shown.locale, storyMin), max: wholeNumber(shown.locale, storyMax) }
  const choice = (value: (typeof themes)[number]) => ({
    value,
    label: t(`story.theme.${value}`),
    hint: value === 'learning' ? t('story.theme.learningHint') : undefined,
  })
  return (
    <>
      <TextAreaField
        {...textField(shown, 'story')}
        label={t('story.story')}
        hint={t('story.storyHint', lengths)}
        rows={14}
        after={<CharacterCount locale={shown.locale} counts="story" max={storyMax} />}
      />
      <SelectField
        {...textField(shown, 'storyLanguage')}
        label={t('story.language')}
        empty={t('story.languageEmpty')}
        options={languageOptions(shown.locale)}
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
        value={textOf(shown.state.values, 'othersShown')}
        label={t('story.others')}
        hint={t('story.othersHint')}
        choices={othersShownAnswers.map((value) => ({ value, label: t(`story.other.${value}`) }))}
      />
    </>
  )
}
