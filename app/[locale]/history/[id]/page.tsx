import type { Metadata } from 'next'
import { cache } from 'react'
import { addressesOf } from '#app/_site/addresses.ts'
import { NotFound } from '#app/_site/not-found.tsx'
import { Entry } from '#components/history/entry.tsx'
import { historyEntry } from '#lib/history/queries.ts'
import { defaultLocale, type Locale, localeOf, localPath } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'

type Props = PageProps<'/[locale]/history/[id]'>

// Asked twice a request, by the head and by the page: read once.
const readEntry = cache((id: string, locale: Locale) => historyEntry(id, locale))

async function read({ params }: Props) {
  const { id, locale: name } = await params
  const locale = localeOf(name) ?? defaultLocale
  return { locale, entry: await readEntry(id, locale) }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale, entry } = await read(props)
  if (!entry) return {}
  const t = translator(locale, 'history')
  const path = `/history/${entry.id}`
  return {
    title: t('entryTitle', { title: entry.title.text }),
    description: entry.record.text,
    alternates: addressesOf(locale, path),
    openGraph: {
      type: 'article',
      title: entry.title.text,
      description: entry.record.text,
      url: localPath(locale, path),
      images: [{ url: localPath(locale, `${path}/picture`), width: 1200, height: 630, alt: entry.title.text }],
    },
    twitter: { card: 'summary_large_image' },
  }
}

/** One entry of the history by itself, for who was sent a link to it: the same words, mark and sources as there. */
export default async function HistoryEntry(props: Props) {
  const { locale, entry } = await read(props)
  if (!entry) return <NotFound locale={locale} />
  const t = translator(locale, 'history')
  return (
    <div className="wrap flow pt-16 pb-24 [--flow:1.25rem]">
      <p>
        <a href={`${localPath(locale, '/history')}#${entry.id}`}>{t(entry.placement === 'timeline' ? 'onTimeline' : 'inHistory')}</a>
      </p>
      <div className="entries entries--one">
        <Entry
          entry={entry}
          locale={locale}
          t={t}
          level={1}
          postLabel={t(entry.placement === 'principles' ? 'principles.postReading' : 'saysPost')}
        />
      </div>
      <script type="module" src="/modules/print-open.js" fetchPriority="low" />
    </div>
  )
}
