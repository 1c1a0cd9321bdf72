import { z } from 'zod'
import { type TranscriptLine, transcript } from '#lib/stories/schema.ts'
import type { HeldOut } from './draft/choose.ts'
import { heldReasons } from './draft/held-out.ts'

const file = z.object({
  path: z.string(),
  sha256: z.string(),
  bytes: z.int().positive(),
  type: z.string(),
  width: z.int().positive(),
  height: z.int().positive(),
})

/** A film made elsewhere, as it is kept with ours. */
export const outsideFilm = z.object({ seconds: z.number().positive(), film: file, poster: file.nullable() })

/** The lines of a transcript as they are kept. */
export function transcriptOf(json: unknown): TranscriptLine[] {
  return transcript.parse(json)
}

const heldOut = z.array(z.object({ start: z.int(), end: z.int(), text: z.string(), reason: z.enum(heldReasons) }))

/** What the draft left out, as it is kept. */
export function heldOutOf(json: unknown): HeldOut[] {
  return heldOut.parse(json)
}
