import { z } from 'zod'
import { type Film, heads, moods, motifs, musicKeys, palettes, provenances, transitions } from '../engine/film.ts'

const key = z.string().regex(/^[a-z0-9-]{1,40}$/)
const words = z.string().trim().min(1)
const excerpt = z.object({
  from: z.enum(['story', 'post']),
  start: z.int().min(0),
  end: z.int().min(1),
  text: z.string().min(1).max(400),
})

const card = {
  id: key,
  chapter: words.max(60).optional(),
  beats: z.int().min(4).max(24),
  palette: z.enum(palettes),
  motif: z.enum(motifs),
  who: z.array(key).max(6).default([]),
  transition: z.enum(transitions).default('pan'),
  text: words.max(200),
  caption: words.max(240).optional(),
  description: words.max(300).optional(),
  provenance: z.enum(provenances),
  facts: z.array(key).max(12).default([]),
  excerpt: excerpt.optional(),
}

const scene = z.discriminatedUnion('kind', [
  z.object({ ...card, kind: z.literal('title'), sub: words.max(80).optional() }),
  z.object({ ...card, kind: z.literal('statement'), side: z.enum(['beside', 'top']).default('beside') }),
  z.object({ ...card, kind: z.literal('numeral'), value: z.int().min(1).max(120) }),
  z.object({ ...card, kind: z.literal('end'), hashtag: z.string().regex(/^#[\p{L}\p{N}_]{2,40}$/u), cta: words.max(80) }),
])

const translation = z.object({
  title: words.max(80),
  label: words.max(40).optional(),
  scenes: z.record(
    key,
    z.object({ caption: words.max(240).optional(), chapter: words.max(60).optional(), description: words.max(300).optional() }),
  ),
})
const language = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/)

/** The shape of a film script, version 3. What has to be true of one is `checkFilm`'s to say. */
export const filmScript = z.object({
  version: z.literal(3),
  slug: z.string().regex(/^[a-z0-9-]{2,60}$/),
  lang: language,
  title: words.max(80),
  kind: z.enum(['storyteller', 'illustrative', 'sample']),
  label: z.string().trim().max(40).default('Illustrative film'),
  seed: z
    .int()
    .min(0)
    .max(2 ** 31 - 1),
  fps: z.union([z.literal(24), z.literal(25), z.literal(30)]).default(24),
  lines: z.object({ count: z.int().min(24).max(90), years: z.boolean() }),
  cast: z.record(key, z.object({ weave: z.string().min(1).max(60), head: z.enum(heads).default('short'), cloth: z.enum(palettes) })),
  music: z.object({ bpm: z.number().min(56).max(120), key: z.enum(musicKeys).default('D'), mood: z.enum(moods).default('warm') }),
  facts: z.array(z.object({ id: key, says: words.max(200), from: z.enum(['announcement', 'storyteller', 'editor']) })).max(40),
  scenes: z.array(scene).min(3).max(16),
  translations: z.record(language, translation).default({}),
}) satisfies z.ZodType<Film>

/** The film that this JSON holds. Throws a ZodError that names every wrong place. */
export function readScript(json: unknown): Film {
  return filmScript.parse(json)
}
