import type { DeskField } from '#components/stories-desk/section-form.tsx'
import { languageName } from '#lib/i18n/format.ts'
import { defaultLocale, type Locale, locales } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import type { StoryContent, StoryFacts } from '#lib/stories/editing/content.ts'
import { limits, type Values } from '#lib/stories/editing/form.ts'
import { kinds, themes } from '#lib/stories/schema.ts'

/** The fields of a story's facts. */
export function factFields(locale: Locale): DeskField[] {
  const [t, stories] = [translator(locale, 'storyDesk'), translator(locale, 'stories')]
  const options = {
    kind: kinds.map((value) => ({ value, label: t(`facts.kinds.${value}`) })),
    theme: themes.map((value) => ({ value, label: stories(`theme.${value}`) })),
    language: locales.map((value) => ({ value, label: languageName(locale, value) })),
  }
  return [
    { kind: 'slug', name: 'slug', label: t('facts.slug'), hint: t('facts.slugHint') },
    { kind: 'number', name: 'week', label: t('facts.week'), hint: t('facts.weekHint') },
    { kind: 'one', name: 'kind', label: t('facts.kind'), options: options.kind },
    { kind: 'one', name: 'theme', label: t('facts.theme'), options: options.theme },
    { kind: 'one', name: 'language', label: t('facts.language'), options: options.language },
    { kind: 'number', name: 'age', label: t('facts.age'), hint: t('facts.ageHint') },
  ]
}

export function factValues({ slug, week, kind, theme, language, age }: StoryFacts): Values {
  return { slug, week: String(week), kind, theme, language, age: age === null ? '' : String(age) }
}

/** The fields of a story's words in one language, each with its English. */
export function wordFields(locale: Locale, content: StoryContent, language: Locale): DeskField[] {
  const t = translator(locale, 'storyDesk')
  const english = language === defaultLocale ? null : wordValues(content, defaultLocale)
  const about = (name: 'title' | 'summary' | 'pictureText' | 'name' | 'place') => ({
    name,
    label: t(`words.${name}`),
    ...(english && { english: english[name] ?? '' }),
  })
  const most = (name: 'title' | 'summary' | 'pictureText') => t(`words.${name}Hint`, { most: String(limits[name]) })
  return [
    { kind: 'line', ...about('title'), hint: most('title') },
    { kind: 'area', ...about('summary'), hint: most('summary') },
    { kind: 'area', ...about('pictureText'), hint: most('pictureText') },
    { kind: 'line', ...about('name'), hint: t('words.nameHint') },
    { kind: 'line', ...about('place') },
  ]
}

export function wordValues(content: StoryContent, language: Locale): Values {
  const words = content.texts[language]
  if (!words) return {}
  const { title, summary, pictureText, name, place } = words
  return { title, summary, pictureText, name: name ?? '', place: place ?? '' }
}
