import { defaultLocale, type Locale, localPath } from '#lib/i18n/locales.ts'
import type { TrackKind } from '#lib/stories/schema.ts'
import type { StoryFileView, StoryView } from '#lib/stories/views.ts'

type Files = Pick<StoryView, 'files'>

/** The story's film of this type and shape, or null. */
export function filmOf(story: Files, mediaType: string, shape: StoryFileView['shape'] = 'wide'): StoryFileView | null {
  return story.files.find((file) => file.role === 'film' && file.mediaType === mediaType && file.shape === shape) ?? null
}

/** What stands in the player before the film. */
export function posterOf(story: Files): string | undefined {
  return story.files.find((file) => file.role === 'poster')?.path
}

/** Where a track is served, whatever the language of the page. */
export function trackPath(
  { slug, preview }: Pick<StoryView, 'slug' | 'preview'>,
  kind: TrackKind | 'transcript',
  language: Locale,
): string {
  if (preview) return `${preview.tracks}/${kind}/${language}?n=${preview.number}`
  return `/stories/${slug}/tracks/${kind}/${language}`
}

export function storyPath(locale: Locale, slug: string): string {
  return localPath(locale, `/stories/${slug}`)
}

/** The feed or the calendar of releases in a language. They have one address; the language is asked for. */
export function filePath(file: '/feed.xml' | '/schedule.ics', locale: Locale): string {
  return locale === defaultLocale ? file : `${file}?lang=${locale}`
}
