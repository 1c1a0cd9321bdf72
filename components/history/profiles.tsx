import type { ProfileView } from '#lib/history/views.ts'
import { type Locale, localPath } from '#lib/i18n/locales.ts'
import type { Translator } from '#lib/i18n/translator.ts'
import { Entry } from './entry.tsx'
import { spoken } from './words.ts'

type Props = { readonly profiles: readonly ProfileView[]; readonly locale: Locale; readonly t: Translator<'history'> }

/** What is known of each founder beside the timeline. */
export function Profiles({ profiles, locale, t }: Props) {
  return (
    <section className="era" id="founders" aria-labelledby="founders-h">
      <div className="era__head">
        <h2 id="founders-h">{t('profiles.heading')}</h2>
      </div>
      <div className="pt-6">
        <p>{t('profiles.intro')}</p>
      </div>
      {profiles.map((profile) => (
        <Profile key={profile.person} profile={profile} locale={locale} t={t} />
      ))}
    </section>
  )
}

function Profile({ profile, locale, t }: Omit<Props, 'profiles'> & { readonly profile: ProfileView }) {
  const heading = `founder-${profile.person}`
  if (profile.entries.length === 0) return null
  return (
    <section aria-labelledby={heading}>
      <div className="pt-8 pb-4">
        <h3 id={heading}>{t(profile.person === 'cz' ? 'persons.cz' : 'persons.heYi')}</h3>
      </div>
      <div className="entries">
        {profile.entries.map((entry) => (
          <Entry key={entry.id} entry={entry} locale={locale} t={t} level={4} />
        ))}
      </div>
      {profile.seeAlso.length > 0 && (
        <div className="pt-4">
          <p>{t('profiles.seeAlso')}</p>
          <ul className="list">
            {profile.seeAlso.map((entry) => (
              <li key={entry.id}>
                <a href={`${localPath(locale, '/history')}#${entry.id}`} {...spoken(entry.title)}>
                  {entry.title.text}
                </a>
                {entry.date && t('comma') + entry.date.label}
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  )
}
