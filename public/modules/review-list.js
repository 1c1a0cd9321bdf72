// J and K move along the reading list; Enter on a link opens it, as it always does.
import { listen } from './review-keys.js'

const rows = [...document.querySelectorAll('[data-row]')]

function move(by) {
  const at = rows.indexOf(document.activeElement)
  const to = rows[at < 0 ? 0 : Math.min(Math.max(at + by, 0), rows.length - 1)]
  to?.focus()
  return Boolean(to)
}

listen({ j: () => move(1), k: () => move(-1) })
