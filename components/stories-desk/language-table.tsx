import { Icon } from '#components/ui/icon.tsx'
import { TableRegion } from '#components/ui/table-region.tsx'
import { languageName } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import type { PartState } from '#lib/stories/editing/checks.ts'
import { languageParts } from '#lib/stories/editing/content.ts'
import type { DeskStory } from '#lib/stories/editing/views.ts'

const looks = { there: 'ok', missing: 'mute', outdated: 'warn', faulty: 'danger' } as const satisfies Record<PartState, string>
const icons = { there: 'check', missing: 'plus', outdated: 'alert', faulty: 'alert' } as const satisfies Record<PartState, string>

/** Words and tracks, language by language: how each stands, and the way to it. */
export function LanguageTable({ locale, story }: Readonly<{ locale: Locale; story: DeskStory }>) {
  const t = translator(locale, 'storyDesk')
  return (
    <section className="card flow" aria-labelledby="languages">
      <h2 id="languages">{t('languages.heading')}</h2>
      <TableRegion labelledBy="languages-table">
        <table className="story-languages">
          <caption id="languages-table" className="vh">
            {t('languages.caption')}
          </caption>
          <thead>
            <tr>
              <th scope="col">{t('languages.language')}</th>
              {languageParts.map((part) => (
                <th key={part} scope="col">
                  {t(`part.${part}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {story.languages.map(({ locale: language, parts }) => (
              <tr key={language}>
                <th scope="row">{languageName(locale, language)}</th>
                {languageParts.map((part) => (
                  <td key={part}>
                    <a className={`badge badge--${looks[parts[part]]}`} href={`/staff/stories/${story.id}/${part}/${language}`}>
                      <Icon name={icons[parts[part]]} />
                      {t(`partState.${parts[part]}`)}
                      <span className="vh">
                        : {t('languages.edit', { part: t(`part.${part}`), language: languageName(locale, language) })}
                      </span>
                    </a>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </TableRegion>
      <p className="hint">{t('languages.note')}</p>
    </section>
  )
}
