// Saves a draft by itself and listens to keys. Without this file there is a button for each.
import { listen } from './review-keys.js'

const form = document.querySelector('[data-review]')
const state = form.querySelector('[data-saving-state]')
const before = form.querySelector('[data-saved-before]')
const pause = 1200
let [timer, running, again] = [undefined, false, false]

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'UTC' })

/** The same form to the same address as the button sends; where the answer leads tells when it was saved. */
async function save() {
  if (running) {
    again = true
    return
  }
  running = true
  state.textContent = state.dataset.saving
  const body = new FormData(form)
  body.set('intent', 'auto')
  try {
    const answer = await fetch(location.pathname, { method: 'POST', body, headers: { accept: 'text/html' } })
    const url = new URL(answer.url)
    const saved = url.searchParams.get('saved')
    if (answer.status === 403 || url.pathname === '/staff/sign-in') state.textContent = state.dataset.signedOut
    else if (answer.ok && saved) told(saved)
    else state.textContent = state.dataset.failed
  } catch {
    state.textContent = state.dataset.failed
  }
  running = false
  if (again) {
    again = false
    save()
  }
}

function told(saved) {
  form.elements.seen.value = saved
  state.textContent = `${state.dataset.saved} ${clock.format(new Date(Number(saved)))} UTC`
  before.hidden = true
}

/** What counts already is changed by pressing a button, never by itself. */
function later() {
  if (form.dataset.review !== 'draft') return
  clearTimeout(timer)
  timer = setTimeout(save, pause)
}

form.addEventListener('input', later)
form.addEventListener('submit', () => clearTimeout(timer))

function score(key, target) {
  const row = target.closest('fieldset')
  const box = row && form.contains(row) ? row.querySelector(`input[type=radio][value="${key}"]`) : null
  if (!box) return false
  box.checked = true
  box.focus()
  box.dispatchEvent(new Event('input', { bubbles: true }))
  return true
}

function go(way) {
  const link = document.querySelector(`[data-way="${way}"]`)
  link?.click()
  return Boolean(link)
}

function press() {
  form.requestSubmit(form.querySelector('[data-save-next]'))
  return true
}

const scores = Object.fromEntries(['1', '2', '3', '4', '5'].map((key) => [key, (target) => score(key, target)]))
listen({ ...scores, s: press, j: () => go('next'), k: () => go('prev') })
