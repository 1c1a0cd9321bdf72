import { hash32 } from '#lib/art/hash.ts'
import type { Theme } from '#lib/stories/schema.ts'
import { type Film, heads, type MotifName, type Person, palettes, type Scene } from '../engine/film.ts'
import { countWords } from '../engine/writing.ts'
import { checkFilm } from '../script/check.ts'
import { readingSeconds } from '../script/rules.ts'
import { type Candidate, candidatesOf, chosen, type HeldOut } from './choose.ts'
import { emphasised } from './emphasis.ts'
import { chooseMotifs, groundOf } from './motifs.ts'

/** An entry as it is stored; `displayName` is left out when the storyteller stays without a name. */
export type Entry = Readonly<{ story: string; language: string; themes: readonly Theme[]; displayName?: string; slug?: string }>
export type Draft = Readonly<{ script: Film; heldOut: readonly HeldOut[] }>

const bpm = 80
const mostCards = 6
const slackSeconds = 1.2
const series = 'Humans of Binance'
const invitation: Readonly<Record<string, string>> = {
  en: 'Post yours with this hashtag',
  es: 'Publica la tuya con esta etiqueta',
  ar: 'انشر قصتك بهذا الوسم',
}

/**
 * A first film from an entry's own sentences: contiguous, verbatim, in their order, each long enough on screen to be read. What must not be
 * shown without thinking is held out with its reason. The same entry always gives the same draft; nothing leaves this machine.
 */
export function draftFilm(entry: Entry): Draft {
  const { candidates, heldOut } = candidatesOf(entry.story, entry.language, entry.displayName ?? '')
  let pieces = chosen(candidates, mostCards)
  for (;;) {
    const script = scriptOf(entry, pieces)
    const tight = misfitting(script, entry.story)
    if (!tight.length || !pieces.length) return { script, heldOut: inOrder(heldOut) }
    const dropped = pieces.filter((_, i) => tight.includes(i + 1))
    if (!dropped.length) return { script, heldOut: inOrder(heldOut) }
    heldOut.push(...dropped.map(({ start, end, text }) => ({ start, end, text, reason: 'too-long' as const })))
    const out = new Set(heldOut.map(({ start }) => start))
    pieces = chosen(
      candidates.filter(({ start }) => !out.has(start)),
      mostCards,
    )
  }
}

function inOrder(heldOut: readonly HeldOut[]): HeldOut[] {
  return [...heldOut].sort((a, b) => a.start - b.start)
}

function misfitting(script: Film, story: string): number[] {
  return checkFilm(script, { sourceText: story }).flatMap(({ scene, code }) => (code === 'does-not-fit' && scene !== null ? [scene] : []))
}

function scriptOf(entry: Entry, pieces: readonly Candidate[]): Film {
  const seed = hash32(entry.story) % 2 ** 31
  const shown = pieces.length ? pieces : [null]
  const motifs = chooseMotifs(
    shown.map((piece) => piece?.text ?? ''),
    entry.themes,
  )
  const cards = shown.map((piece, index) => cardOf(piece, index, motifs[index] ?? 'walk', { entry, seed }))
  return {
    version: 3,
    slug: entry.slug ?? 'draft',
    lang: entry.language,
    title: entry.displayName ?? series,
    kind: 'storyteller',
    label: '',
    seed,
    fps: 24,
    lines: { count: 52, years: false },
    cast: castFor(motifs, seed),
    music: { bpm, key: (['D', 'G', 'A', 'C'] as const)[seed % 4] ?? 'D', mood: 'warm' },
    facts: factsOf(entry),
    scenes: [openingOf(entry), ...cards, endOf(entry)],
    translations: {},
  }
}

function factsOf({ displayName }: Entry): Film['facts'] {
  const name: Film['facts'] = displayName
    ? [{ id: 'name', says: 'The name the storyteller wants to be shown by.', from: 'storyteller' }]
    : []
  return [...name, { id: 'hashtag', says: 'People enter with the hashtag #HumansOfBinance.', from: 'announcement' }]
}

const frame = { who: ['teller'], transition: 'pan' as const, facts: [] as string[] }

function openingOf({ displayName }: Entry): Scene {
  const grounds = { ...frame, provenance: 'fact' as const, facts: [displayName ? 'name' : 'hashtag'] }
  return {
    ...grounds,
    id: 'open',
    kind: 'title',
    beats: 7,
    palette: 'maize',
    motif: 'portrait',
    transition: 'cut',
    text: displayName ?? series,
  }
}

function endOf({ language }: Entry): Scene {
  const cta = invitation[language.split('-')[0] ?? ''] ?? invitation.en ?? ''
  const grounds = { ...frame, who: [], provenance: 'editor' as const, facts: ['hashtag'] }
  const words = { text: series, hashtag: '#HumansOfBinance', cta }
  return {
    ...grounds,
    id: 'end',
    kind: 'end',
    beats: beatsFor(countWords(`${series} ${cta}`, language) + 1),
    palette: 'sun',
    motif: 'mark',
    transition: 'disc',
    ...words,
  }
}

/** Beats that leave time to read and a moment to look, in whole pairs. */
function beatsFor(words: number): number {
  const beats = ((readingSeconds(words) + slackSeconds) * bpm) / 60
  return Math.min(24, Math.max(6, Math.ceil(beats / 2) * 2))
}

const companions: Readonly<Partial<Record<MotifName, readonly string[]>>> = { row: ['second', 'third', 'fourth'], house: ['second'] }

/** One card of the entry; without a piece, a card that waits for words an editor chooses. */
function cardOf(piece: Candidate | null, index: number, motif: MotifName, { entry, seed }: { entry: Entry; seed: number }): Scene {
  const look = {
    ...frame,
    ...{ id: `card-${index + 1}`, kind: 'statement' as const, motif, palette: groundOf(index, seed % 7) },
    ...{ who: ['teller', ...(companions[motif] ?? [])], side: motif === 'row' ? ('top' as const) : ('beside' as const) },
    transition: index % 3 === 2 ? ('weave' as const) : ('pan' as const),
  }
  if (!piece) return { ...look, beats: 8, text: '#HumansOfBinance', provenance: 'editor', facts: ['hashtag'] }
  const { start, end, text, words } = piece
  const excerpt = { from: 'story' as const, start, end, text }
  return { ...look, beats: beatsFor(words), text: emphasised(text, motif, entry.language), provenance: 'excerpt', excerpt }
}

/** Cloths come from the entry, heads do not: an editor chooses them with the storyteller. */
function castFor(motifs: readonly MotifName[], seed: number): Film['cast'] {
  const needed = new Set(['teller', ...motifs.flatMap((motif) => companions[motif] ?? [])])
  const person = (key: string, i: number): [string, Person] => [
    key,
    {
      weave: `${seed}-${key}`,
      head: key === 'teller' ? 'short' : (heads[(i + 1) % heads.length] ?? 'bun'),
      cloth: palettes[(seed + i * 3) % 7] ?? 'maize',
    },
  ]
  return Object.fromEntries([...needed].map(person))
}
