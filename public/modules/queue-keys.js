// Keys of the list of entries: J and K move, Enter opens (it is a link), X ticks, ? explains. Off when the switch says so, and while somebody types.
const panel = document.querySelector('[data-keys]')
const dialog = document.querySelector('[data-dialog]')
const rows = [...document.querySelectorAll('tr[data-row]')]

function move(step) {
  const here = rows.findIndex((row) => row.contains(document.activeElement))
  const next = here < 0 ? (step > 0 ? 0 : rows.length - 1) : Math.min(rows.length - 1, Math.max(0, here + step))
  const link = rows[next]?.querySelector('th a')
  link?.focus()
  link?.scrollIntoView({ block: 'nearest' })
}

function tick() {
  const row = rows.find((one) => one.contains(document.activeElement))
  row?.querySelector('input[name=entry]')?.click()
}

const does = { j: () => move(1), k: () => move(-1), x: tick, '?': () => dialog.showModal() }

function press(event) {
  const typing = event.target.closest('input:not([type=checkbox]), textarea, select, [contenteditable]')
  if (typing || dialog.open || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
  const work = does[event.key.toLowerCase()]
  if (!work) return
  event.preventDefault()
  work()
}

if (panel) {
  panel.hidden = false
  if (panel.dataset.keys === 'on') {
    document.addEventListener('keydown', press)
    document.querySelector('[data-help]').addEventListener('click', () => dialog.showModal())
  }
}
