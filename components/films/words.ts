import type { Problem as Fault } from '#components/ui/error-summary.tsx'
import type { Film, Scene } from '#lib/films/engine/film.ts'
import { plain } from '#lib/films/engine/film.ts'
import type { FieldError, FilmFormState } from '#lib/films/form.ts'
import { lacks } from '#lib/films/policy.ts'
import type { Problem } from '#lib/films/script/problems.ts'
import { languageName, tags } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { lacks as storyLacks } from '#lib/stories/editing/checks.ts'

/** The words for what is wrong with a field. */
export function errorWords(locale: Locale, code: FieldError | undefined): string | undefined {
  return code && translator(locale, 'filmDesk')(`errors.${code}`)
}

/** "3.75" as the reader writes it. */
export function secondsWords(locale: Locale, seconds: number): string {
  return new Intl.NumberFormat(tags[locale], { maximumFractionDigits: 1 }).format(seconds)
}

/** A text isolated from the words around it, whichever way it runs. */
export function isolated(text: string): string {
  return `\u2068${text}\u2069`
}

/** The first words of a card. */
export function shortWords(scene: Scene): string {
  const words = plain(scene.text)
  return isolated(words.length > 60 ? `${words.slice(0, 57)}…` : words)
}

/** One thing that is wrong with a script, in words. */
export function problemWords(locale: Locale, { code, scene, shape }: Problem): string {
  const t = translator(locale, 'filmDesk')
  const words = t(`problems.code.${code}`)
  const shaped = shape ? t('problems.inShape', { words, shape: t(`player.shapes.${shape}`) }) : words
  return scene === null ? t('problems.whole', { words: shaped }) : t('problems.at', { number: String(scene + 1), words: shaped })
}

const refusals = {
  'films.changed': 'changed',
  'films.cannot': 'cannot',
  'films.stopped': 'stopped',
  'films.stopping': 'stopping',
  'films.script-wrong': 'wrong',
  'films.missing-font': 'wrong',
  'films.not-ready': 'step',
  'films.not-scheduled': 'step',
  'films.no-yes': 'yes',
  'films.incomplete': 'missing',
  'story.incomplete': 'missing',
  'films.out': 'out',
  'films.dated': 'dated',
  'films.not-selected': 'selected',
  'campaign.stopped': 'paused',
} as const

/** What a film lacks, as `lack` or `lack:language` between spaces, in words. */
export function lackWords(locale: Locale, missing: string): string {
  const t = translator(locale, 'filmDesk')
  return missing
    .split(' ')
    .filter(Boolean)
    .map((one) => lackOf(locale, one))
    .join(t('comma'))
}

/** One thing a film or its story lacks: "captions (Spanish)". */
export function lackOf(locale: Locale, one: string): string {
  const t = translator(locale, 'filmDesk')
  const [name, language] = one.split(':')
  const [lack, ofStory] = [lacks.find((known) => known === name), storyLacks.find((known) => known === name)]
  const what = lack ? t(`publish.lack.${lack}`) : ofStory ? translator(locale, 'storyDesk')(`lack.${ofStory}`) : (name ?? '')
  if (!language) return what
  return t('of', { what, language: languageName(locale, language) })
}

/** Everything that is wrong with a form of the film desk, in the order of its fields. */
export function faultsOf(locale: Locale, state: FilmFormState, order: readonly string[]): Fault[] {
  const t = translator(locale, 'filmDesk')
  const known = Object.entries(refusals).find(([code]) => code === state.refused)?.[1] ?? 'gone'
  const refused = state.refused ? [{ words: t(`refused.${known}`, { missing: lackWords(locale, state.missing) }) }] : []
  const conflict = state.conflict ? [{ words: t('conflict.heading', { who: isolated(state.conflict.who) }), href: '#conflict' }] : []
  const names = [...order, ...Object.keys(state.errors).filter((name) => !order.includes(name))]
  const fields = names.flatMap((name) => {
    const words = errorWords(locale, state.errors[name])
    return words ? [{ words, href: `#${name}` }] : []
  })
  return [...refused, ...conflict, ...fields]
}

/** The number of a scene, counted from 1. */
export function numberOf(film: Film, id: string): number {
  return film.scenes.findIndex((scene) => scene.id === id) + 1
}
