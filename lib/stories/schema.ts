import { z } from 'zod'
import { locales } from '#lib/i18n/locales.ts'

export const themes = ['learning', 'family', 'challenge', 'opportunity', 'community', 'other'] as const
export type Theme = (typeof themes)[number]

export const kinds = ['storyteller', 'illustrative'] as const
export type Kind = (typeof kinds)[number]

export const trackKinds = ['captions', 'chapters', 'descriptions'] as const
export type TrackKind = (typeof trackKinds)[number]

export const theme = z.enum(themes)
export const kind = z.enum(kinds)

/** One passage of a film in words: when it begins (seconds), what is said or written, what is seen. */
export const transcript = z.array(
  z.object({
    at: z.number().min(0),
    chapter: z.string().optional(),
    says: z.string().optional(),
    shows: z.string().optional(),
  }),
)
export type TranscriptLine = z.infer<typeof transcript>[number]

/** What the list of stories can be narrowed to. A value nobody offered counts as not chosen. */
export const storyFilters = z.object({
  theme: theme.optional().catch(undefined),
  language: z.enum(locales).optional().catch(undefined),
})
export type StoryFilters = z.infer<typeof storyFilters>
