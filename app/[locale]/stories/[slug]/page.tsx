import type { Metadata } from 'next'
import { cache } from 'react'
import { addressesOf } from '#app/_site/addresses.ts'
import { NotFound } from '#app/_site/not-found.tsx'
import { shareOf } from '#components/stories/pictures.ts'
import { summaryOf } from '#components/stories/words.ts'
import { now } from '#lib/foundation/clock.ts'
import { env } from '#lib/foundation/env.ts'
import { defaultLocale, type Locale, localeOf, localPath } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { publishedStory } from '#lib/stories/queries.ts'
import type { StoryView } from '#lib/stories/views.ts'
import { StoryBody } from './story-body.tsx'

type Props = PageProps<'/[locale]/stories/[slug]'>

// Asked twice a request, by the head and by the page: read once.
const readStory = cache((slug: string, locale: Locale) => publishedStory(slug, locale, now()))

async function read({ params }: Props) {
  const { slug, locale: name } = await params
  const locale = localeOf(name) ?? defaultLocale
  return { locale, story: await readStory(slug, locale) }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale, story } = await read(props)
  if (!story) return {}
  const t = translator(locale, 'stories')
  const description = summaryOf(story)
  const picture = shareOf(story)
  return {
    title: `${story.title} | ${t('site')}`,
    description,
    openGraph: {
      type: 'video.other',
      title: story.title,
      description,
      siteName: t('site'),
      url: localPath(locale, `/stories/${story.slug}`),
      ...(picture && { images: [{ url: picture.src, width: picture.width, height: picture.height, alt: story.pictureText }] }),
    },
    twitter: { card: 'summary_large_image' },
    alternates: addressesOf(locale, `/stories/${story.slug}`, {
      types: { 'application/json+oembed': [{ url: oembedOf(locale, story), title: story.title }] },
    }),
  }
}

function oembedOf(locale: Locale, { slug }: StoryView): string {
  return `/oembed?${new URLSearchParams({ url: `${env().SITE_URL}${localPath(locale, `/stories/${slug}`)}` })}`
}

/** One film with everything around it. What is not out, was taken back or never was answers alike. */
export default async function Story(props: Props) {
  const { locale, story } = await read(props)
  if (!story) return <NotFound locale={locale} />
  return <StoryBody locale={locale} story={story} />
}
