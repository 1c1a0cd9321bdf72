import { z } from 'zod'

export const roles = ['film', 'poster', 'captions', 'chapters', 'descriptions', 'transcript', 'thumbnails', 'thumbnail-track'] as const
export type Role = (typeof roles)[number]

/** A file of a render in the media store: `path` is its name there. */
const renderedFile = z.object({
  role: z.enum(roles),
  language: z.string().nullable(),
  path: z.string(),
  sha256: z.string(),
  bytes: z.int(),
  type: z.string(),
  width: z.int().nullable(),
  height: z.int().nullable(),
})
export type RenderedFile = Readonly<z.infer<typeof renderedFile>>

/** What came of a render. Films come first the one that plays everywhere. */
export const renderOutput = z.object({
  seconds: z.number(),
  width: z.int(),
  height: z.int(),
  encoder: z.string(),
  files: z.array(renderedFile),
})
export type RenderOutput = Readonly<z.infer<typeof renderOutput>>

/** A file as the render process leaves it in its folder. */
export const madeFile = renderedFile.pick({ role: true, language: true, width: true, height: true }).extend({ file: z.string() })
export type MadeFile = Readonly<z.infer<typeof madeFile>>
export const made = renderOutput.omit({ files: true }).extend({ files: z.array(madeFile) })
export type Made = Readonly<z.infer<typeof made>>
