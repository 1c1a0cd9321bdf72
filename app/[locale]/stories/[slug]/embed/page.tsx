import type { Metadata } from 'next'
import { NotFound } from '#app/_site/not-found.tsx'
import { IllustrativeLabel } from '#components/stories/illustrative-label.tsx'
import { Player } from '#components/stories/player.tsx'
import { wordsIn } from '#components/stories/words.ts'
import { now } from '#lib/foundation/clock.ts'
import { defaultLocale, localeOf, localPath } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { publishedStory } from '#lib/stories/queries.ts'

type Props = PageProps<'/[locale]/stories/[slug]/embed'>

async function read({ params }: Props) {
  const { slug, locale: name } = await params
  const locale = localeOf(name) ?? defaultLocale
  return { locale, story: await publishedStory(slug, locale, now()) }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale, story } = await read(props)
  if (!story) return {}
  return {
    title: `${story.title} | ${translator(locale, 'stories')('site')}`,
    robots: { index: false, follow: true },
    alternates: { canonical: localPath(locale, `/stories/${story.slug}`) },
  }
}

/** The film alone, for a frame on somebody else's page: the player, whose it is, and the way to the whole story. */
export default async function Embedded(props: Props) {
  const { locale, story } = await read(props)
  if (!story) return <NotFound locale={locale} />
  const t = translator(locale, 'stories')
  return (
    <>
      <h1 className="vh" {...wordsIn(story.lang, locale)}>
        {story.title}
      </h1>
      <Player locale={locale} story={story} framed />
      <div className="embed__foot">
        <IllustrativeLabel locale={locale} kind={story.kind} />
        <p id="about" className="vh" {...wordsIn(story.lang, locale)}>
          {story.summary}
        </p>
        <p>
          <a href={localPath(locale, `/stories/${story.slug}`)} target="_blank" rel="noopener">
            {t('embed.whole', { title: story.title })}
          </a>
        </p>
      </div>
      <script type="module" src="/modules/player.js" />
    </>
  )
}
