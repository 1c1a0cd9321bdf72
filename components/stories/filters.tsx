import { Button } from '#components/ui/button.tsx'
import { type Locale, localeNames, locales, localPath } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { type StoryFilters, themes } from '#lib/stories/schema.ts'

/** A plain form whose choice stands in the address, so that a narrowed list can be passed on. */
export function Filters({ locale, chosen }: { readonly locale: Locale; readonly chosen: StoryFilters }) {
  const t = translator(locale, 'stories')
  return (
    <form className="sift" method="get" action={localPath(locale, '/stories')} aria-label={t('filter.label')}>
      <div>
        <label htmlFor="theme">{t('filter.theme')}</label>
        <select className="input" id="theme" name="theme" defaultValue={chosen.theme ?? ''}>
          <option value="">{t('filter.anyTheme')}</option>
          {themes.map((theme) => (
            <option key={theme} value={theme}>
              {t(`theme.${theme}`)}
            </option>
          ))}
        </select>
      </div>
      <div>
        <label htmlFor="language">{t('filter.language')}</label>
        <select className="input" id="language" name="language" defaultValue={chosen.language ?? ''}>
          <option value="">{t('filter.anyLanguage')}</option>
          {locales.map((language) => (
            <option key={language} value={language} lang={language}>
              {localeNames[language]}
            </option>
          ))}
        </select>
      </div>
      <Button look="line">{t('filter.apply')}</Button>
    </form>
  )
}
