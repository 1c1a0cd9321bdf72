import { sampleRate, type Tape } from './tape.ts'

const delays = [1559, 1949, 2423, 2969] as const

/** Puts the sound into a room, takes out what is too low, fades its ends and brings it to an even level. Works on the tape itself. */
export function master(tape: Tape): void {
  addRoom(tape)
  for (const channel of [tape.left, tape.right]) cutLow(channel)
  level(tape)
}

/** Four delays that feed each other. */
function addRoom({ left, right, wetLeft, wetRight }: Tape): void {
  const lines = delays.map((size) => ({ samples: new Float32Array(size), at: 0, smooth: 0 }))
  const out = [0, 0, 0, 0]
  for (let i = 0; i < left.length; i++) {
    let sum = 0
    let k = 0
    for (const { samples, at } of lines) {
      out[k] = samples[at] ?? 0
      sum += out[k++] ?? 0
    }
    k = 0
    for (const line of lines) {
      const into = (k % 2 ? wetRight[i] : wetLeft[i]) ?? 0
      line.smooth += 0.38 * (into * 0.5 + ((out[k++] ?? 0) - sum * 0.5) * 0.8 - line.smooth)
      line.samples[line.at] = line.smooth
      line.at = (line.at + 1) % line.samples.length
    }
    const [a = 0, b = 0, c = 0, d = 0] = out
    left[i] = (left[i] ?? 0) + (a + c * 0.7) * 0.55
    right[i] = (right[i] ?? 0) + (b + d * 0.7) * 0.55
  }
}

function cutLow(channel: Float32Array): void {
  const keep = Math.exp((-2 * Math.PI * 55) / sampleRate)
  let [before, kept] = [0, 0]
  for (let i = 0; i < channel.length; i++) {
    const x = channel[i] ?? 0
    kept = keep * (kept + x - before)
    before = x
    channel[i] = kept
  }
}

function level({ left, right }: Tape): void {
  let [peak, power] = [0, 0]
  for (let i = 0; i < left.length; i++) {
    const [l, r] = [left[i] ?? 0, right[i] ?? 0]
    power += l * l + r * r
    peak = Math.max(peak, Math.abs(l), Math.abs(r))
  }
  const gain = Math.min(0.115 / Math.sqrt(power / (2 * left.length)), 1.6 / peak)
  for (const channel of [left, right])
    for (let i = 0; i < channel.length; i++) {
      const fade = Math.min(1, i / (sampleRate * 0.05)) * Math.min(1, (channel.length - i) / (sampleRate * 1.6))
      channel[i] = Math.tanh((channel[i] ?? 0) * gain * fade * 1.05) * 0.86
    }
}
