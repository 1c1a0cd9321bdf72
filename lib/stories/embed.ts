import { defaultLocale, type Locale, localeOf } from '#lib/i18n/locales.ts'

/** Below the picture stand our controls and the way to the story. */
const footPixels = 128
const widest = 1920
const usual = 640

/** Which film an address of this site means, with or without a language, the frame's own address included; null for any other address. */
export function storyAt(address: string, siteUrl: string): { slug: string; locale: Locale } | null {
  if (!URL.canParse(address) || address.length > 2048) return null
  const { origin, pathname } = new URL(address)
  if (origin !== new URL(siteUrl).origin) return null
  const found = /^(?:\/([a-z]{2}))?\/stories\/([a-z0-9]+(?:-[a-z0-9]+)*)(?:\/embed)?\/?$/.exec(pathname)
  const locale = found?.[1] === undefined ? defaultLocale : localeOf(found[1])
  return found?.[2] && locale ? { slug: found[2], locale } : null
}

type Box = Readonly<{ width: number; height: number }>

function limit(text: string | null): number {
  return text !== null && /^\d{1,5}$/.test(text) && Number(text) > 0 ? Number(text) : Number.POSITIVE_INFINITY
}

/** The frame, in CSS pixels, that shows a film of this shape with its controls within the asked-for limits; limits that are no numbers count for nothing. */
export function embedSize(film: Box, most: Readonly<{ width: string | null; height: string | null }>): Box {
  const [maxWidth, maxHeight] = [limit(most.width), limit(most.height)]
  const byHeight = Number.isFinite(maxHeight) ? Math.max(1, maxHeight - footPixels) * (film.width / film.height) : widest
  const width = Math.max(200, Math.floor(Math.min(Number.isFinite(maxWidth) ? maxWidth : usual, byHeight, widest)))
  return { width, height: Math.round((width * film.height) / film.width) + footPixels }
}

/** The markup that puts the frame of this address on a page. The title is escaped. */
export function frameCode(address: string, title: string, { width, height }: Box): string {
  const words = title.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
  return `<iframe src="${address}" width="${width}" height="${height}" title="${words}" allow="fullscreen; picture-in-picture" loading="lazy"></iframe>`
}
