import { filmOf } from '#components/stories/paths.ts'
import { shareOf } from '#components/stories/pictures.ts'
import { summaryOf } from '#components/stories/words.ts'
import { env } from '#lib/foundation/env.ts'
import { isoDuration } from '#lib/stories/times.ts'
import type { StoryView } from '#lib/stories/views.ts'

/** The film as search engines read it (schema.org). A block of data: nothing runs it. */
export function FilmData({ story, url }: { readonly story: StoryView; readonly url: string }) {
  const here = env().SITE_URL
  const film = filmOf(story, 'video/mp4')
  const picture = shareOf(story)
  const data = {
    '@context': 'https://schema.org',
    '@type': 'VideoObject',
    name: story.title,
    description: summaryOf(story),
    inLanguage: story.lang,
    uploadDate: story.releaseAt.toISOString(),
    duration: isoDuration(story.durationSeconds),
    url,
    ...(film && { contentUrl: here + film.path }),
    ...(picture && { thumbnailUrl: here + picture.src }),
    embedUrl: `${url}/embed`,
    hasPart: keyMoments(story, url),
    transcript: story.transcript.map(({ says }) => says).join(' '),
  }
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: JSON.stringify(data).replaceAll('<', '\\u003c') }} />
}

/** The chapters as moments that a search can lead to. */
function keyMoments(story: StoryView, url: string) {
  const chapters = story.transcript.flatMap(({ at, chapter }) => (chapter ? [{ at, chapter }] : []))
  return chapters.map(({ at, chapter }, index) => ({
    '@type': 'Clip',
    name: chapter,
    startOffset: at,
    endOffset: chapters[index + 1]?.at ?? story.durationSeconds,
    url: `${url}#t=${at}`,
  }))
}
