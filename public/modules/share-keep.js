// Keeps what is typed while a page is reloaded, left and come back to, shown in another language, or sent without a network. It lies in this
// tab alone, ends with it or with the receipt, and never stands in for what the server has accepted.
const prefix = 'hob-keep '
const isTick = (control) => control.type === 'checkbox' || control.type === 'radio'
const chosen = (select) => [...select.options].find((option) => option.defaultSelected) ?? select.options[0]

function controlsOf(form) {
  return [...form.elements].filter(
    ({ name, type }) => name && !name.startsWith('$') && name !== 'website' && !['hidden', 'submit'].includes(type),
  )
}

/** What the page came with. */
function givenIn(control) {
  if (isTick(control)) return control.defaultChecked
  return control instanceof HTMLSelectElement ? (chosen(control)?.value ?? '') : control.defaultValue
}

const nameOf = (control) => (isTick(control) ? `${control.name}=${control.value}` : control.name)
const wordIn = (control) => (isTick(control) ? control.checked : control.value)

function bring(control, word) {
  if (isTick(control)) control.checked = word === true
  else if (control.value !== word) {
    control.value = String(word)
    control.dispatchEvent(new Event('input', { bubbles: true }))
  }
}

/** A browser that keeps nothing is one where nothing is kept. */
function attempt(work) {
  try {
    return work()
  } catch {
    return null
  }
}

function keepWordsOf(form, notice) {
  // A tick under one version of the rules says nothing about the next.
  const place = prefix + location.pathname.replace(/^\/(?:es|ar)(?=\/)/, '') + (form.elements.rulesHash?.value ?? '')
  const controls = controlsOf(form)
  const kept = attempt(() => JSON.parse(sessionStorage.getItem(place) ?? '{}')) ?? {}
  for (const control of controls) {
    const { given, word } = kept[nameOf(control)] ?? {}
    if (word !== undefined && given === givenIn(control)) bring(control, word)
  }
  const keep = () => {
    const words = controls.map((control) => [nameOf(control), { given: givenIn(control), word: wordIn(control) }])
    attempt(() => sessionStorage.setItem(place, JSON.stringify(Object.fromEntries(words))))
  }
  let pause
  form.addEventListener('input', () => {
    clearTimeout(pause)
    pause = setTimeout(keep, 300)
  })
  form.addEventListener('change', keep)
  form.addEventListener('submit', (event) => {
    keep()
    if (navigator.onLine) return
    event.preventDefault()
    event.stopImmediatePropagation()
    notice.hidden = false
  })
  addEventListener('online', () => {
    notice.hidden = true
  })
}

for (const notice of document.querySelectorAll('[data-keep]')) {
  const form = notice.closest('form')
  if (form) keepWordsOf(form, notice)
}
if (document.querySelector('[data-kept-over]'))
  attempt(() => {
    for (const place of Object.keys(sessionStorage)) if (place.startsWith(prefix)) sessionStorage.removeItem(place)
  })
