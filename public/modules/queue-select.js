// Adds to the list of entries: one box that ticks all, and how many are ticked. Without this file each box is ticked on its own.
const table = document.querySelector('table[data-queue]')
const all = table?.querySelector('[data-all]')
const said = document.querySelector('[data-ticked]')
const boxes = table ? [...table.querySelectorAll('input[name=entry]')] : []

function tell() {
  const count = boxes.filter((box) => box.checked).length
  all.checked = count > 0 && count === boxes.length
  all.indeterminate = count > 0 && count < boxes.length
  for (const box of boxes) box.closest('tr').classList.toggle('sel', box.checked)
  said.hidden = false
  said.textContent = said.dataset.words.replace('{count}', count)
}

if (all && said && boxes.length > 0) {
  all.hidden = false
  all.addEventListener('change', () => {
    for (const box of boxes) box.checked = all.checked
    tell()
  })
  table.addEventListener('change', tell)
  tell()
}
