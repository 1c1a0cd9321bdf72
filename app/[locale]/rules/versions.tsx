import { TextSection } from '#components/ui/text-page.tsx'
import { longDate } from '#lib/i18n/format.ts'
import { type Locale, localPath } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'

type Version = Readonly<{ number: number; publishedAt: Date }>
type Props = { readonly versions: readonly Version[]; readonly shown: number; readonly locale: Locale }

/** Every version of the rules, each with an address of its own. */
export function Versions({ versions, shown, locale }: Props) {
  const t = translator(locale, 'rules')
  const named = ({ number, publishedAt }: Version) => t('version', { number: String(number), date: longDate(locale, publishedAt) })
  return (
    <TextSection id="versions" title={t('versions')}>
      {versions.length === 1 ? (
        <p>{t('versionsOne')}</p>
      ) : (
        <ul className="list">
          {versions.map((version) => (
            <li key={version.number}>
              {version.number === shown ? (
                <>
                  {named(version)} ({t('versionShown')})
                </>
              ) : (
                <a href={`${localPath(locale, '/rules')}?version=${version.number}`}>{named(version)}</a>
              )}
            </li>
          ))}
        </ul>
      )}
    </TextSection>
  )
}
