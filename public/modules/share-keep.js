// Keeps what is typed while a page is reloaded, left and come back to, or sent without a network. It lies in the history of this tab alone,
// as the browser's own memory of forms does, and what the server accepted is never written over.
const isTick = (control) => control.type === 'checkbox' || control.type === 'radio'
const chosen = (select) => [...select.options].find((option) => option.defaultSelected) ?? select.options[0]

function controlsOf(form) {
  return [...form.elements].filter(
    ({ name, type }) => name && !name.startsWith('$') && name !== 'website' && !['hidden', 'submit'].includes(type),
  )
}

/** What the page came with. */
function givenIn(controls) {
  return controls.map((control) => {
    if (isTick(control)) return control.defaultChecked
    return control instanceof HTMLSelectElement ? (chosen(control)?.value ?? '') : control.defaultValue
  })
}

function bring(controls, words) {
  for (const [index, control] of controls.entries()) {
    const word = words[index]
    if (isTick(control)) control.checked = word === true
    else if (control.value !== word) {
      control.value = String(word)
      control.dispatchEvent(new Event('input', { bubbles: true }))
    }
  }
}

for (const notice of document.querySelectorAll('[data-keep]')) {
  const form = notice.closest('form')
  if (!form) continue
  const controls = controlsOf(form)
  const given = JSON.stringify(givenIn(controls))
  const kept = history.state?.kept
  if (kept?.given === given && kept.words.length === controls.length) bring(controls, kept.words)
  const keep = () => {
    const words = controls.map((control) => (isTick(control) ? control.checked : control.value))
    try {
      history.replaceState({ ...history.state, kept: { given, words } }, '')
    } catch {
      // Asked too often: the next pause keeps it.
    }
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
