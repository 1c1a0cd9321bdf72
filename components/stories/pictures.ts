import { type Picture, storyPictures, unlitTile } from '#lib/art/pictures.ts'
import type { StoryCard } from '#lib/stories/views.ts'

type Pictured = Pick<StoryCard, 'slug' | 'week' | 'poster'>

/** What stands for a released story in a list: the print drawn for it, else the poster its editor sent. */
export function tileOf({ slug, week, poster }: Pictured): Picture {
  return storyPictures(slug)?.tile ?? posterPicture(poster) ?? unlitTile(week)
}

/** What a shared link to a story shows, as PNG or JPEG; null when it has no such picture. */
export function shareOf({ slug, poster }: Pictured): Picture | null {
  return storyPictures(slug)?.share ?? (poster?.mediaType === 'image/svg+xml' ? null : posterPicture(poster))
}

function posterPicture(poster: StoryCard['poster']): Picture | null {
  return poster && { src: poster.path, width: poster.width, height: poster.height }
}
