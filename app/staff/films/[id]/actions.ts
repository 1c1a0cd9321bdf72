'use server'

import { redirect } from 'next/navigation'
import { staffAction } from '#app/_auth/action.ts'
import { restoreFilmRevision } from '#lib/films/commands/script.ts'
import {
  addScene,
  changeScene,
  mergeScene,
  moveScene,
  type NewWords,
  recast,
  removeScene,
  type SceneChange,
  splitScene,
} from '#lib/films/edit.ts'
import { type Film, heads, palettes } from '#lib/films/engine/film.ts'
import { type Errors, type FilmFormState, numberIn, parseScene, readValues, textError, untouched, type Values } from '#lib/films/form.ts'
import type { FilmDesk } from '#lib/films/views.ts'
import { conflictOf, refusedForm } from '../answers.ts'
import { edited, type Place, placeIn } from './editing.ts'

const here = ({ id }: Place, scene: string, done: string, number: number) =>
  `/staff/films/${id}?scene=${encodeURIComponent(scene)}&done=${done}&n=${number}`

/** Saves the words, look and length of one scene. */
export const saveScene = staffAction<FilmFormState, { place: Place; change: SceneChange; automatic: boolean }>({
  verb: 'film.edit',
  parse: (form) => {
    const values = readValues(form)
    const read = parseScene(values)
    if (!read.ok) return { ok: false, state: { ...untouched, values, errors: read.errors } }
    return { ok: true, input: { place: placeIn(values), change: read.value, automatic: values.auto === 'yes' } }
  },
  run: async (actor, { place, change, automatic }) => {
    const number = await edited(actor, place, ({ script }) => changeScene(script, place.scene, change), {
      ...{ typed: change, automatic, isRepeatable: true },
    })
    redirect(here(place, place.scene, 'saved', number))
  },
  refused: (refusal, form) => conflictOf(refusal, readValues(form)),
})

type Way = 'up' | 'down' | 'merge' | 'remove' | 'split'
const dones = { up: 'moved', down: 'moved', merge: 'merged', remove: 'removed', split: 'split' } as const satisfies Record<Way, string>

function goneWay(desk: FilmDesk, scene: string, way: Way, at: number): Film {
  const { script, story, postText } = desk
  if (way === 'split') return splitScene(script, scene, at)
  if (way === 'merge') return mergeScene(script, scene, { story, post: postText ?? undefined })
  return way === 'remove' ? removeScene(script, scene) : moveScene(script, scene, way)
}

/** Moves, divides, joins or takes out a scene. */
export const arrangeScene = staffAction<FilmFormState, { place: Place; way: Way; at: number }>({
  verb: 'film.edit',
  parse: (form) => {
    const values = readValues(form)
    const found = /^(up|down|merge|remove|split)(?:-(\d{1,4}))?$/.exec(values.way ?? '')
    if (!found) return { ok: false, state: { ...untouched, values, refused: 'films.cannot' } }
    return { ok: true, input: { place: placeIn(values), way: found[1] as Way, at: Number(found[2] ?? 0) } }
  },
  run: async (actor, { place, way, at }) => {
    const number = await edited(actor, place, (desk) => goneWay(desk, place.scene, way, at))
    redirect(here(place, way === 'remove' ? '' : place.scene, dones[way], number))
  },
  refused: (refusal, form) => refusedForm(refusal, readValues(form)),
})

type Added = Readonly<{ place: Place; start: number; end: number; text: string; fact: string }>

function addedErrors(values: Values): Errors {
  if (/^\d{1,6}-\d{1,6}$/.test(values.sentence ?? '')) return {}
  const error = textError(values.newText ?? '', 'text', true)
  return error ? { newText: error } : {}
}

function newWords({ story }: FilmDesk, { start, end, text, fact }: Added): NewWords {
  return end > start ? { excerpt: { from: 'story', start, end, text: story.slice(start, end) } } : { text, fact }
}

/** Adds a scene after another: a sentence of the entry, or an editor's words. */
export const addCard = staffAction<FilmFormState, Added>({
  verb: 'film.edit',
  parse: (form) => {
    const values = readValues(form)
    const errors = addedErrors(values)
    if (Object.keys(errors).length > 0) return { ok: false, state: { ...untouched, values, errors } }
    const [start = 0, end = 0] = (values.sentence ?? '').split('-').map(Number)
    return { ok: true, input: { place: placeIn(values), start, end, text: values.newText ?? '', fact: values.fact ?? '' } }
  },
  run: async (actor, input) => {
    let added = ''
    const number = await edited(actor, input.place, (desk) => {
      const film = addScene(desk.script, input.place.scene, newWords(desk, input))
      const known = new Set(desk.script.scenes.map(({ id }) => id))
      added = film.scenes.find(({ id }) => !known.has(id))?.id ?? ''
      return film
    })
    redirect(here(input.place, added, 'added', number))
  },
  refused: (refusal, form) => refusedForm(refusal, readValues(form)),
})

function castOf(film: Film, values: Values): Film {
  return Object.keys(film.cast).reduce((next, key) => {
    const head = heads.find((one) => one === values[`head-${key}`])
    const cloth = palettes.find((one) => one === values[`cloth-${key}`])
    return head && cloth ? recast(next, key, { head, cloth }) : next
  }, film)
}

/** Saves how the people in the film look. */
export const saveCast = staffAction<FilmFormState, { place: Place; values: Values }>({
  verb: 'film.edit',
  parse: (form) => {
    const values = readValues(form)
    return { ok: true, input: { place: placeIn(values), values } }
  },
  run: async (actor, { place, values }) => {
    const number = await edited(actor, place, ({ script }) => castOf(script, values), { isRepeatable: true })
    redirect(here(place, place.scene, 'cast', number))
  },
  refused: (refusal, form) => refusedForm(refusal, readValues(form)),
})

/** Puts an earlier version on the desk again. */
export const bringBack = staffAction<FilmFormState, Place & { number: number }>({
  verb: 'film.edit',
  parse: (form) => {
    const values = readValues(form)
    return { ok: true, input: { ...placeIn(values), number: numberIn(values, 'number') } }
  },
  run: async (actor, { id, version, number, scene }) => {
    const restored = await restoreFilmRevision(actor, { id, version, number })
    redirect(here({ id, version, scene }, scene, 'restored', restored))
  },
  refused: (refusal, form) => refusedForm(refusal, readValues(form)),
})
