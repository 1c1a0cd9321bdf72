// Keys of the reading pages, and the switch that turns them off. What somebody chooses is remembered on their device.
const choice = 'hob-keys'

function stored() {
  try {
    return localStorage.getItem(choice)
  } catch {
    return null
  }
}

let on = stored() !== 'off'

function show() {
  const section = document.querySelector('[data-keys]')
  const [state, button] = [section.querySelector('[data-keys-state]'), section.querySelector('[data-keys-switch]')]
  state.textContent = on ? state.dataset.on : state.dataset.off
  button.textContent = on ? button.dataset.on : button.dataset.off
  section.hidden = false
  for (const hint of document.querySelectorAll('[data-keys-hint]')) hint.hidden = !on
}

function turn() {
  on = !on
  try {
    localStorage.setItem(choice, on ? 'on' : 'off')
  } catch {
    // Storage may be forbidden: then the choice lasts as long as the page.
  }
  show()
}

const writes = (target) => target.matches('textarea, select, input:not([type=radio], [type=checkbox])')

/** Listens for single keys, never while somebody writes or holds another key. `keys` gives what each does; true means it did something. */
export function listen(keys) {
  document.querySelector('[data-keys-switch]').addEventListener('click', turn)
  document.addEventListener('keydown', (event) => {
    if (!on || event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof Element) || writes(event.target)) return
    if (keys[event.key.toLowerCase()]?.(event.target)) event.preventDefault()
  })
  show()
}
