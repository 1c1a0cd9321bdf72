import { defaultLocale, type Locale, localeOf } from '#lib/i18n/locales.ts'
import { parseTrack } from '#lib/stories/captions.ts'
import type { Film } from './engine/film.ts'
import { type FilmFacts, standingYes } from './lifecycle.ts'
import { languagesOf } from './tracks/tracks.ts'

/** Everything a film cannot be published without; captions and transcript, in which language. */
export const lacks = ['permission', 'name', 'storyboard-yes', 'film', 'captions', 'transcript', 'release'] as const
export type Missing = Readonly<{ lack: (typeof lacks)[number]; language: Locale | null }>

/** The languages captions and transcript are needed in: English, which stands in for every other, and the film's own. */
export function neededLanguages(film: Pick<Film, 'lang'>): Locale[] {
  const own = localeOf(film.lang.split('-')[0])
  return [...new Set([defaultLocale, own ?? defaultLocale])]
}

/** The scenes whose words have no caption in this language: ids, in their order. The film's own words are its captions. */
export function scenesWithout(film: Film, language: string): string[] {
  if (language === film.lang) return []
  const words = film.translations[language]
  return film.scenes.filter(({ id }) => !words?.scenes[id]?.caption).map(({ id }) => id)
}

/** Each language of a script with the scenes that still lack its captions. */
export function languageStates(film: Film): { language: string; scenesWithout: readonly string[] }[] {
  return languagesOf(film).map((language) => ({ language, scenesWithout: scenesWithout(film, language) }))
}

type Outside = readonly Readonly<{ language: string; captions: string; lines: number }>[]

/** What captions and transcript are missing: of a film made here from its script, of one made elsewhere from what was sent with it. */
export function missingAccess(film: Film, outside: Outside | null): Missing[] {
  return neededLanguages(film).flatMap((language): Missing[] => {
    if (outside === null) {
      const same = film.lang.split('-')[0] === language ? film.lang : language
      return scenesWithout(film, same).length > 0
        ? [
            { lack: 'captions', language },
            { lack: 'transcript', language },
          ]
        : []
    }
    const sent = outside.find((one) => one.language === language)
    const hasCaptions = sent !== undefined && sent.captions !== '' && parseTrack(sent.captions).problems.length === 0
    return [
      ...(hasCaptions ? [] : [{ lack: 'captions', language } as const]),
      ...(sent && sent.lines > 0 ? [] : [{ lack: 'transcript', language } as const]),
    ]
  })
}

/** All that keeps a film from being published, in the order in which it comes about. Nothing of it can be overlooked by anybody. */
export function missingToPublish(facts: FilmFacts, isStopped: boolean, access: readonly Missing[]): Missing[] {
  const lack = (name: Missing['lack'], holds: boolean): Missing[] => (holds ? [{ lack: name, language: null }] : [])
  return [
    ...lack('permission', isStopped),
    ...lack('name', facts.nameHeldSince !== null),
    ...lack('storyboard-yes', !standingYes(facts, 'storyboard')),
    ...lack('film', facts.filmHash === null),
    ...access,
    ...lack('release', !standingYes(facts, 'film')),
  ]
}

/** What is missing, as the value of a refusal: 'captions:en release'. */
export function missingWords(missing: readonly Missing[]): string {
  return missing.map(({ lack, language }) => (language ? `${lack}:${language}` : lack)).join(' ')
}
