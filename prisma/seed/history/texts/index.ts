import type { EntryText, EraId, EraText } from '#lib/history/schema.ts'
import type { Seeded } from '../../languages.ts'
import { eras as erasAr, timeline as timelineAr } from './ar.ts'
import { facts as factsAr, principles as principlesAr, profiles as profilesAr } from './ar-facts.ts'
import { eras as erasEn, timeline as timelineEn } from './en.ts'
import { facts as factsEn, principles as principlesEn, profiles as profilesEn } from './en-facts.ts'
import { eras as erasEs, timeline as timelineEs } from './es.ts'
import { facts as factsEs, principles as principlesEs, profiles as profilesEs } from './es-facts.ts'

export const eraTexts: Readonly<Record<Seeded, Readonly<Record<EraId, EraText>>>> = { en: erasEn, es: erasEs, ar: erasAr }

/** Our words about everything that is shown, by claim. The English order is the order on the page. */
export const entryTexts: Readonly<Record<Seeded, Readonly<Record<string, EntryText>>>> = {
  en: { ...timelineEn, ...profilesEn, ...principlesEn, ...factsEn },
  es: { ...timelineEs, ...profilesEs, ...principlesEs, ...factsEs },
  ar: { ...timelineAr, ...profilesAr, ...principlesAr, ...factsAr },
}
