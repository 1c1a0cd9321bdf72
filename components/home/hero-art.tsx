import { tileOf } from '#components/stories/pictures.ts'
import { type Picture, storyPictures, type Themed } from '#lib/art/pictures.ts'
import type { StoryCard } from '#lib/stories/views.ts'

/** What the visitor chose, or 'auto' to follow the device. */
export type Theme = 'auto' | 'light' | 'dark'

type Props = { readonly story: StoryCard; readonly theme: Theme; readonly split: boolean }

const dark = '(prefers-color-scheme: dark)'
const roomy = '(min-width: 78rem)'

/** The picture by width and colour scheme. With a chosen theme only its own sources are written. `split`: words and picture side by side, no wide one. */
export function HeroArt({ story, theme, split }: Props) {
  const pictures = storyPictures(story.slug)
  if (!pictures) return <Fallback story={story} />
  const { wide, narrow } = pictures
  const image = theme === 'dark' ? narrow.dark : narrow.light
  const sources = [...(split ? [] : sourcesOf(wide, theme, roomy)), ...sourcesOf(narrow, theme, null)]
  return (
    <picture>
      {sources.map(({ media, picture }) => (
        <source key={media} media={media} srcSet={picture.src} width={picture.width} height={picture.height} />
      ))}
      <Drawn picture={image} story={story} />
    </picture>
  )
}

function sourcesOf(themed: Themed, theme: Theme, room: string | null): { media: string; picture: Picture }[] {
  if (theme !== 'auto') return room ? [{ media: room, picture: themed[theme] }] : []
  const darkOne = { media: [room, dark].filter(Boolean).join(' and '), picture: themed.dark }
  return room ? [darkOne, { media: room, picture: themed.light }] : [darkOne]
}

function Fallback({ story }: Pick<Props, 'story'>) {
  return (
    <picture>
      <Drawn picture={tileOf(story)} story={story} />
    </picture>
  )
}

function Drawn({ picture, story }: { readonly picture: Picture; readonly story: StoryCard }) {
  return (
    <img src={picture.src} width={picture.width} height={picture.height} alt={story.pictureText} lang={story.lang} fetchPriority="high" />
  )
}
