const anyScript = /<script\b([^>]*)>[\s\S]*?<\/script>/g
const scriptHint = /<link\b[^>]*\brel="(?:preload|modulepreload)"[^>]*\bas="script"[^>]*>|<link\b[^>]*\brel="modulepreload"[^>]*>/g
const statusMark = /<meta name="hob-status" content="(\d{3})(?: (\d{1,6}))?"\s*\/?>/g

/** Our own modules and blocks of data stay; whatever else Next wrote goes. */
function keeps(attributes: string): boolean {
  return /\bsrc="\/modules\/[a-z0-9/-]+\.js"/.test(attributes) || /\btype="application\/ld\+json"/.test(attributes)
}

const anyTitle = /<title>[^<]*<\/title>/g

/** One title: a form with errors says the page's name again with a word before it, so the longest counts. Browsers would take the first. */
function oneTitle(html: string): string {
  const end = html.indexOf('</head>')
  const head = html.slice(0, Math.max(end, 0))
  const titles = head.match(anyTitle) ?? []
  if (titles.length < 2) return html
  const longest = titles.reduce((one, other) => (other.length > one.length ? other : one))
  let isFirst = true
  const kept = head.replace(anyTitle, () => {
    const title = isFirst ? longest : ''
    isFirst = false
    return title
  })
  return kept + html.slice(end)
}

/** A page as it leaves the house: without the framework's scripts, with one title, and the status its mark asks for, with the seconds to wait, if any. */
export function finishPage(html: string): { html: string; status: number | null; retryAfter: string | null } {
  let status: number | null = null
  let retryAfter: string | null = null
  const finished = html
    .replace(anyScript, (script, attributes: string) => (keeps(attributes) ? script : ''))
    .replace(scriptHint, '')
    .replace(statusMark, (_, code: string, seconds: string | undefined) => {
      status ??= Number(code)
      retryAfter ??= seconds ?? null
      return ''
    })
  return { html: oneTitle(finished), status, retryAfter }
}

/** True for what Next answers when rendering failed: a document without content. */
export function isBroken(html: string): boolean {
  return html.includes('id="__next_error__"') || html.trim() === 'Internal Server Error'
}
