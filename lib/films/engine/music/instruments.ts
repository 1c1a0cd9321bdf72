import { lay, sampleRate, type Tape } from './tape.ts'

const turn = 2 * Math.PI
const pitch = (note: number) => 440 * 2 ** ((note - 69) / 12)
/** Rises over `rise` samples and falls over the last `fall`. */
const swell = (i: number, total: number, rise: number, fall: number) => Math.min(1, i / rise) * Math.min(1, (total - i) / fall)

/** Notes are MIDI numbers, times and lengths seconds, strengths about 0 to 1. */
type Note = Readonly<{ at: number; note: number; strength: number }>

/** A plucked string (Karplus and Strong), brighter or softer. */
export function pluck(tape: Tape, { at, note, strength }: Note, pan: number, seconds: number, bright: number): void {
  const period = sampleRate / pitch(note)
  let size = Math.floor(period)
  let rest = period - size - 0.5
  if (rest < 0.1) {
    size -= 1
    rest += 1
  }
  const string = pluckedString(tape, size, 0.25 + bright * 0.5)
  const damping = 0.4965 + 0.0022 * bright
  const total = Math.floor(seconds * sampleRate)
  const tuning = (1 - rest) / (1 + rest)
  let [k, before, low, high, tunedIn, tunedOut] = [0, 0, 0, 0, 0, 0]
  lay(tape, at, total, { pan, wet: 0.3 }, (i) => {
    const x = string[k] ?? 0
    const y = (x + before) * damping
    before = x
    tunedOut = tuning * y + tunedIn - tuning * tunedOut
    tunedIn = y
    string[k] = tunedOut
    k = (k + 1) % size
    low += 0.055 * (x - low)
    high += 0.32 * (x - high)
    return (high * 0.75 + low * 0.9) * strength * swell(i, total, 70, sampleRate * 0.35)
  })
}

/** A string as the finger leaves it: soft noise, picked at a fifth of its length, without a mean. */
function pluckedString(tape: Tape, size: number, softness: number): Float32Array {
  const noise = new Float32Array(size + 2)
  let smooth = 0
  for (let i = 0; i < size; i++) {
    smooth += softness * (tape.chance() - smooth)
    noise[i] = smooth
  }
  const finger = Math.max(1, Math.floor(size * 0.19))
  const string = noise.map((value, i) => (i < size ? value - 0.85 * (noise[(i + finger) % size] ?? 0) : 0))
  const mean = string.reduce((sum, value) => sum + value, 0) / size
  return string.map((value, i) => (i < size ? value - mean : 0))
}

/** Sine and cosine of a phase that grows evenly: each step turns them on, which costs less than asking for them anew. */
function pendulum(speed: number, phase: number) {
  const [turnSin, turnCos] = [Math.sin(speed), Math.cos(speed)]
  const swing = {
    sin: Math.sin(phase),
    cos: Math.cos(phase),
    step() {
      const sin = swing.sin * turnCos + swing.cos * turnSin
      swing.cos = swing.cos * turnCos - swing.sin * turnSin
      swing.sin = sin
    },
  }
  return swing
}

const [sinOne, cosOne] = [Math.sin(1), Math.cos(1)]

/** A tone with 0.22 of its octave, one radian ahead, and 0.07 of the tone three times as high. */
function overtones(sin: number, cos: number): number {
  const octave = 2 * sin * cos * cosOne + (cos * cos - sin * sin) * sinOne
  return sin + 0.22 * octave + 0.07 * (3 * sin - 4 * sin * sin * sin)
}

/** A soft chord that comes and goes over a second. */
export function pad(tape: Tape, at: number, seconds: number, notes: readonly number[], strength: number): void {
  const total = Math.floor((seconds + 1.1) * sampleRate)
  const levels = new Float64Array(total).map((_, i) => swell(i, total, sampleRate * 1.1, sampleRate * 1.1))
  for (const [k, note] of notes.entries()) {
    const tremolo = new Float64Array(total).map((_, i) => 1 + 0.12 * Math.sin((i / sampleRate) * turn * 0.35 + k))
    for (const detune of [-0.05, 0.06]) {
      const swing = pendulum((turn * pitch(note + detune)) / sampleRate, tape.chance() * 6)
      lay(tape, at, total, { pan: (k / notes.length - 0.4) * 1.1 + detune * 3, wet: 0.5 }, (i) => {
        swing.step()
        const level = levels[i] ?? 0
        return overtones(swing.sin, swing.cos) * level * level * strength * (tremolo[i] ?? 0)
      })
    }
  }
}

/** A low tone that fades. */
export function bass(tape: Tape, { at, note, strength }: Note, seconds: number): void {
  const total = Math.floor(seconds * sampleRate)
  const speed = (turn * pitch(note)) / sampleRate
  let phase = 0
  lay(tape, at, total, { pan: 0, wet: 0.06 }, (i) => {
    phase += speed
    const s = i / sampleRate
    const overtones = 0.35 * Math.sin(2 * phase) * Math.exp(s * -4) + 0.12 * Math.sin(3 * phase) * Math.exp(s * -7)
    return (Math.sin(phase) + overtones) * Math.exp(s * -1.5) * swell(i, total, 400, 4000) * strength
  })
}

/** A small bell. */
export function bell(tape: Tape, { at, note, strength }: Note, pan: number): void {
  const frequency = pitch(note)
  lay(tape, at, Math.floor(3.2 * sampleRate), { pan, wet: 0.8 }, (i) => {
    const s = i / sampleRate
    const shimmer = Math.sin(turn * frequency * 3.01 * s) * 1.3 * Math.exp(-s * 5)
    return Math.sin(turn * frequency * s + shimmer) * Math.min(1, i / 60) * Math.exp(-s * 1.9) * strength
  })
}

/** Sand in a box, very short. */
export function shaker(tape: Tape, at: number, strength: number): void {
  const total = Math.floor(0.09 * sampleRate)
  let [high, before, low] = [0, 0, 0]
  lay(tape, at, total, { pan: 0.25, wet: 0.12 }, (i) => {
    const x = tape.chance()
    high = 0.82 * (high + x - before)
    before = x
    low += 0.5 * (high - low)
    return low * Math.sin(Math.PI * Math.min(1, i / total)) ** 2 * strength
  })
}

/** A breath of air from left to right. */
export function swish(tape: Tape, at: number, seconds: number, strength: number): void {
  const start = Math.floor(at * sampleRate)
  const total = Math.floor(seconds * sampleRate)
  let [low, band] = [0, 0]
  for (let i = 0; i < total; i++) {
    const part = i / total
    const cut = 0.02 + 0.16 * Math.sin(Math.PI * part)
    const x = tape.chance()
    low += cut * band
    band += cut * (x - low - 0.9 * band)
    const value = band * Math.sin(Math.PI * part) ** 2 * strength
    lay(tape, (start + i) / sampleRate + 1e-7, 1, { pan: part - 0.5, wet: 0.4 }, () => value)
  }
}
