import { findForbidden, hasVisible, normaliseText } from '#lib/foundation/text.ts'
import { differences, type Stretch } from '#lib/stories/editing/differences.ts'
import { changeScene, type SceneChange } from './edit.ts'
import { type Film, motifs, palettes, type Scene, transitions } from './engine/film.ts'

/** Most characters of each text, as the script holds them. */
export const limits = { text: 200, sub: 80, cta: 80, hashtag: 41, chapter: 60, caption: 240, description: 300, title: 80 } as const
type LimitedField = keyof typeof limits

export type FieldError = 'missing' | 'tooLong' | 'forbidden' | 'choice' | 'hashtag' | 'number' | 'when' | 'past'
export type Values = Readonly<Record<string, string>>
export type Errors = Readonly<Record<string, FieldError>>
/** What somebody else saved meanwhile, laid over what was typed. */
export type Conflict = Readonly<{ version: number; who: string; stretches: readonly Stretch[] }>

/** A form of the film desk as it comes back. `refused` is the code of a refusal, `missing` what it names, between spaces. */
export type FilmFormState = Readonly<{
  values: Values | null
  errors: Errors
  refused: string | null
  conflict: Conflict | null
  missing: string
}>
export const untouched: FilmFormState = { values: null, errors: {}, refused: null, conflict: null, missing: '' }

/** The text fields of a form as they are stored; of a field that comes twice, the first counts. */
export function readValues(form: FormData): Values {
  const values: Record<string, string> = {}
  for (const [name, value] of form)
    if (typeof value === 'string' && !name.startsWith('$') && !(name in values)) values[name] = normaliseText(value.slice(0, 2_000))
  return values
}

/** A whole number that a form carries along; 0 for anything else. */
export function numberIn(values: Values, name: string): number {
  const typed = values[name] ?? ''
  return /^\d{1,9}$/.test(typed) ? Number(typed) : 0
}

/** What is wrong with a text of the script; `field` says which limit counts. */
export function textError(text: string, field: LimitedField, required = false): FieldError | null {
  if (!hasVisible(text)) return required ? 'missing' : null
  if (findForbidden(text, field === 'text' ? 'block' : 'line')) return 'forbidden'
  return text.length > limits[field] ? 'tooLong' : null
}

/** What the text tracks say of one scene in another language; what is empty is left out. */
export type TrackWords = Readonly<{ caption: string; chapter: string; description: string }>

type Parsed<T> = { ok: true; value: T } | { ok: false; errors: Errors }

const required: readonly LimitedField[] = ['title', 'text', 'cta', 'hashtag']

/** The change of a scene that a form asks for. Fields the form does not have stay as they are. */
export function parseScene(values: Values): Parsed<SceneChange> {
  const errors: Record<string, FieldError> = {}
  const texts: Partial<Record<LimitedField, string>> = {}
  for (const field of ['title', 'text', 'sub', 'cta', 'hashtag', 'chapter', 'caption', 'description'] as const) {
    const typed = values[field]
    if (typed === undefined) continue
    const error = textError(typed, field, required.includes(field))
    if (error) errors[field] = error
    else texts[field] = typed.trim()
  }
  if (texts.hashtag !== undefined && !/^#[\p{L}\p{N}_]{2,40}$/u.test(texts.hashtag)) errors.hashtag = 'hashtag'
  const motif = motifs.find((one) => one === values.motif)
  const palette = palettes.find((one) => one === values.palette)
  const transition = transitions.find((one) => one === values.transition)
  const [beats, value] = [numberIn(values, 'beats'), numberIn(values, 'value')]
  if (!motif) errors.motif = 'choice'
  if (!palette) errors.palette = 'choice'
  if (beats < 4 || beats > 24) errors.beats = 'choice'
  if (values.value !== undefined && (value < 1 || value > 120)) errors.value = 'number'
  if (!motif || !palette || Object.keys(errors).length > 0) return { ok: false, errors }
  const side = values.side === 'top' ? 'top' : 'beside'
  const more = { ...(transition && { transition }), ...(value && { value }), ...(values.side && { side: side as 'top' | 'beside' }) }
  return { ok: true, value: { ...texts, ...more, motif, palette, beats } }
}

/** The words of the text tracks in another language, as they were typed, by scene. */
export function parseTracks(values: Values): Parsed<{ title: string; scenes: Record<string, TrackWords> }> {
  const errors: Record<string, FieldError> = {}
  const scenes: Record<string, TrackWords> = {}
  for (const name of Object.keys(values)) {
    const id = /^caption-([a-z0-9-]{1,40})$/.exec(name)?.[1]
    if (!id) continue
    const typed = (field: 'caption' | 'chapter' | 'description') => {
      const text = (values[`${field}-${id}`] ?? '').trim()
      const error = textError(text, field)
      if (error) errors[`${field}-${id}`] = error
      return text
    }
    scenes[id] = { caption: typed('caption'), chapter: typed('chapter'), description: typed('description') }
  }
  const title = (values.title ?? '').trim()
  const error = textError(
    title,
    'title',
    Object.values(scenes).some(({ caption }) => caption !== ''),
  )
  if (error) errors.title = error
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, value: { title, scenes } }
}

/**
 * What somebody changed in the form of a language, of all its fields; the rest of `values` stays. `seen` is the script the form was made from,
 * null when it is not known: then what is empty counts as unchanged.
 */
export function typedOver(seen: Film | null, language: string, values: Values): Values {
  const words = seen?.translations[language]
  const stood: Record<string, string> = { title: words?.title ?? '' }
  for (const [id, said] of Object.entries(words?.scenes ?? {}))
    for (const [field, text] of Object.entries(said)) stood[`${field}-${id}`] = text ?? ''
  const isField = (name: string) => name === 'title' || /^(caption|chapter|description)-/.test(name)
  return Object.fromEntries(Object.entries(values).filter(([name, typed]) => !isField(name) || typed !== normaliseText(stood[name] ?? '')))
}

/** Everything a scene says, as lines, to lay over what somebody else saved. */
export function wordsOfScene(scene: Scene): string {
  const more = scene.kind === 'title' ? [scene.sub] : scene.kind === 'end' ? [scene.hashtag, scene.cta] : []
  return [scene.text, ...more, scene.chapter, scene.caption, scene.description].filter(Boolean).join('\n')
}

/** What was typed for a scene laid over the scene as somebody else saved it. */
export function sceneDifferences(film: Film, id: string, typed: SceneChange): Stretch[] {
  const theirs = film.scenes.find((scene) => scene.id === id)
  if (!theirs) return []
  const mine = changeScene(film, id, typed).scenes.find((scene) => scene.id === id)
  const [before, after] = typed.title === undefined ? ['', ''] : [`${film.title}\n`, `${typed.title}\n`]
  return differences(before + wordsOfScene(theirs), mine ? after + wordsOfScene(mine) : '')
}
