import { createHash } from 'node:crypto'
import { entryPreview } from '#app/_pictures/entry-preview.ts'
import { historyEntry } from '#lib/history/queries.ts'
import { defaultLocale, localeOf } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'

const drawn = new Map<string, Uint8Array<ArrayBuffer>>()
const mostKept = 60

/** The preview picture of one entry of the history, as PNG; 404 for an entry nobody may see. */
export async function GET(_request: Request, { params }: RouteContext<'/[locale]/history/[id]/picture'>): Promise<Response> {
  const { id, locale: name } = await params
  const locale = localeOf(name) ?? defaultLocale
  const entry = await historyEntry(id, locale)
  if (!entry)
    return new Response('Not found\n', {
      status: 404,
      headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
    })
  const t = translator(locale, 'history')
  const over = [entry.date?.label, t(`badge.${entry.badge}`)].filter(Boolean).join(' · ')
  const words = { locale, site: t('pageTitle').replace(' | ', ' · '), title: entry.title.text, over, era: entry.eraId }
  const key = createHash('sha256').update(JSON.stringify(words)).digest('base64url')
  const picture = drawn.get(key) ?? new Uint8Array(await entryPreview(words))
  drawn.set(key, picture)
  if (drawn.size > mostKept) drawn.delete(drawn.keys().next().value ?? '')
  // As long as a film: an entry can be taken down.
  const keeping = 'public, max-age=300, must-revalidate'
  return new Response(picture, { headers: { 'content-type': 'image/png', 'cache-control': keeping, etag: `"${key}"` } })
}
