import type { Person } from '#lib/films/engine/film.ts'
import type { SceneChanges, ScriptChanges } from '#lib/films/revision-changes.ts'
import { languageName } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'

/** "2 scenes moved · Words of 1 scene": what a version changed, in a line. */
export function summaryWords(locale: Locale, { scenes, title, people, languages, pace, other }: ScriptChanges): string {
  const t = translator(locale, 'filmDesk')
  const stayed = scenes.filter(({ place }) => place.from !== null && place.to !== null)
  const has = (wanted: (text: string) => boolean) => stayed.filter(({ texts }) => texts.some(({ text }) => wanted(text))).length
  const counts = {
    added: scenes.filter(({ place }) => place.from === null).length,
    removed: scenes.filter(({ place }) => place.to === null).length,
    moved: scenes.filter(({ moved }) => moved).length,
    words: has((text) => text === 'words'),
    look: stayed.filter(({ look }) => isSeen(look)).length,
    time: pace ? 0 : stayed.filter(({ time }) => time).length,
    access: has((text) => text !== 'words'),
    grounds: stayed.filter((scene) => scene.grounds || scene.look.whose).length,
  }
  const counted = (Object.keys(counts) as (keyof typeof counts)[]).flatMap((name) =>
    counts[name] > 0 ? [t(`revisions.summary.${name}`, { count: counts[name] })] : [],
  )
  const more = [
    ...(title ? [t('words.title')] : []),
    ...(people.length > 0 ? [t('cast.heading')] : []),
    ...languages.map(({ language }) => t('tabs.words', { language: languageName(locale, language) })),
    ...(pace ? [t('revisions.pace')] : []),
    ...(other ? [t('revisions.other')] : []),
  ]
  return [...counted, ...more].join(' · ') || t('revisions.nothing')
}

function isSeen({ whose: _, ...seen }: SceneChanges['look']): boolean {
  return Object.keys(seen).length > 0
}

/** "Short hair, Maize": how a person looks. */
export function personWords(locale: Locale, person: Person | null): string {
  const t = translator(locale, 'filmDesk')
  return person ? [t(`head.${person.head}`), t(`palette.${person.cloth}`)].join(t('comma')) : t('revisions.nobody')
}
