import { Icon } from '#components/ui/icon.tsx'
import { type Locale, localeNames, locales } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'

type Props = Readonly<{ locale: Locale; storyId: string; number: number /** Visitors would read English here. */; inEnglish: boolean }>

/** Stands above a preview: what it is, the other languages, and the way back. */
export function PreviewBar({ locale, storyId, number, inEnglish }: Props) {
  const t = translator(locale, 'storyDesk')
  return (
    <aside className="wrap preview-bar" aria-label={t('preview.link')}>
      <p>
        <Icon name="eye" /> <b>{t('preview.bar', { number: String(number) })}</b> {inEnglish && t('preview.english')}
      </p>
      <p className="preview-bar__ways">
        <a className="link" href={`/staff/stories/${storyId}`}>
          {t('preview.back')}
        </a>
        <span>{t('preview.languages')}</span>
        {locales.map((language) => (
          <a
            key={language}
            className="link"
            href={`/staff/stories/${storyId}/preview/${language}?n=${number}`}
            lang={language}
            aria-current={language === locale ? 'page' : undefined}
          >
            {localeNames[language]}
          </a>
        ))}
      </p>
    </aside>
  )
}
