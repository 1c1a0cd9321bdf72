import type { Film, Mood } from '../film.ts'
import { timeline } from '../timeline.ts'
import { bass, bell, pad, pluck, shaker, swish } from './instruments.ts'
import { master } from './room.ts'
import { newTape, sampleRate, type Tape } from './tape.ts'

/** Stereo sound at 48,000 samples a second, -1 to 1. */
export type Sound = Readonly<{ rate: number; left: Float32Array; right: Float32Array }>

/** A chord: its bass and four tones, in semitones from the key. */
type Chord = readonly [bass: number, a: number, b: number, c: number, d: number]

const roots: Readonly<Record<Film['music']['key'], number>> = { C: 48, D: 50, G: 43, A: 45 }
const home: Chord = [0, 12, 16, 19, 26]
const chords: Readonly<Record<Exclude<Mood, 'none'>, readonly Chord[]>> = {
  warm: [
    home,
    [-3, 12, 16, 21, 24],
    [5, 12, 17, 21, 24],
    [7, 14, 19, 23, 26],
    [4, 12, 16, 19, 24],
    [5, 12, 17, 21, 28],
    [0, 12, 16, 19, 28],
    [7, 14, 17, 19, 26],
    [5, 12, 17, 21, 24],
    [7, 14, 19, 23, 26],
    [0, 12, 16, 19, 24],
    [0, 12, 16, 19, 24],
  ],
  bright: [
    [0, 12, 16, 19, 24],
    [7, 14, 19, 23, 26],
    [-3, 12, 16, 21, 24],
    [5, 12, 17, 21, 24],
  ],
  still: [home, [5, 12, 17, 21, 24]],
}

type Bar = Readonly<{
  tape: Tape
  index: number
  bars: number
  at: number
  beat: number
  root: number
  bright: number
  chord: Chord
  last: boolean
}>

/** The film's own music, made from its script alone; null when it has none. Every cut falls on a beat, with a bell. */
export function score(film: Film): Sound | null {
  const { mood, key, bpm } = film.music
  if (mood === 'none') return null
  const { items, total } = timeline(film)
  const tape = newTape(total, film.seed * 7919 + 1)
  const beat = 60 / bpm
  const bars = Math.ceil(total / (beat * 4))
  const bright = mood === 'bright' ? 0.75 : 0.45
  const [first = home] = chords[mood]
  for (let index = 0; index < bars; index++) {
    const at = index * beat * 4
    const last = at + beat * 4 >= total - 1e-6 || index === bars - 1
    const chord = last ? first : (chords[mood][index % chords[mood].length] ?? first)
    playBar({ tape, index, bars, at, beat, root: roots[key], bright, chord, last }, index > 0 || mood === 'still')
  }
  for (const { index, start } of items) playCut(tape, index, start, roots[key])
  bell(tape, { at: 0.35, note: roots[key] + 24, strength: 0.04 }, 0)
  bell(tape, { at: 0.35 + beat, note: roots[key] + 31, strength: 0.028 }, 0.3)
  master(tape)
  return { rate: sampleRate, left: tape.left, right: tape.right }
}

function playBar(bar: Bar, padded: boolean): void {
  const { tape, index, at, beat, root, chord, last } = bar
  const [low, a, b, c] = chord
  if (padded) pad(tape, at, beat * 4, [root + a, root + b, root + c], 0.017)
  if (index > 0) {
    const note = root + low - (low > 3 ? 12 : 0)
    bass(tape, { at, note, strength: 0.115 }, beat * 4 * 0.62)
    if (!last && index > 2) bass(tape, { at: at + beat * 2.5, note: note + (index % 2 ? 0 : 7), strength: 0.07 }, beat * 1.3)
  }
  if (last) playLast(bar)
  else {
    playPattern(bar)
    playShaker(bar)
    playAnswer(bar)
  }
}

function playLast({ tape, at, root, chord, bright }: Bar): void {
  for (const [i, tone] of chord.entries())
    pluck(tape, { at: at + i * 0.055, note: root + tone, strength: 0.36 }, -0.3 + i * 0.13, 3, bright)
}

const pattern = [0, 2, 3, 1, 4, 3, 2, 3] as const

function playPattern({ tape, index, at, beat, root, chord, bright }: Bar): void {
  for (const [i, k] of pattern.entries()) {
    const late = tape.chance() * 0.007
    const accent = i === 0 ? 1.15 : i % 2 ? 0.72 : 0.9
    if (index === 0 && i === 0) continue
    const strength = 0.3 * accent * (index === 0 ? 0.8 : 1)
    pluck(tape, { at: at + (i * beat) / 2 + late, note: root + chord[k], strength }, -0.28 + k * 0.1, 2.4, bright)
  }
}

function playShaker({ tape, index, bars, at, beat }: Bar): void {
  if (index < 3 || index >= bars - 2) return
  for (let i = 0; i < 8; i++) shaker(tape, at + (i * beat) / 2, (i % 2 ? 0.06 : 0.032) * (index > 6 ? 1.2 : 1))
}

/** A small melody answers in every other bar. */
function playAnswer({ tape, index, bars, at, beat, root, chord }: Bar): void {
  if (index < 2 || index >= bars - 1 || index % 2 === 0) return
  const tones = [
    [4, 0],
    [3, 1.5],
    [2, 2],
  ] as const
  for (const [i, [tone, after]] of tones.entries())
    pluck(tape, { at: at + beat * after, note: root + 12 + chord[tone], strength: 0.2 - i * 0.025 }, 0.35, 2.2, 0.7)
}

const bells = [7, 12, 4, 9, 7, 12] as const

function playCut(tape: Tape, index: number, start: number, root: number): void {
  if (index === 0) return
  bell(tape, { at: start + 0.12, note: root + 24 + (bells[index % bells.length] ?? 7), strength: 0.045 }, index % 2 ? 0.4 : -0.4)
  swish(tape, Math.max(0, start - 0.1), 1, 0.055)
}
