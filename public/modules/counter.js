// Counts what has been written, in characters as people see them, as the server does.
const graphemes = 'Segmenter' in Intl ? new Intl.Segmenter('en', { granularity: 'grapheme' }) : null
const number = new Intl.NumberFormat(document.documentElement.lang, { numberingSystem: 'latn' })

function length(text) {
  const kept = text.trim().normalize('NFC')
  if (!graphemes) return [...kept].length
  let count = 0
  for (const _ of graphemes.segment(kept)) count += 1
  return count
}

for (const counter of document.querySelectorAll('[data-counts]')) {
  const field = document.getElementById(counter.dataset.counts)
  if (!field || !counter.hidden) continue
  // Spoken only when somebody stops typing, so that it does not talk over them.
  const spoken = document.createElement('span')
  spoken.className = 'vh'
  spoken.setAttribute('role', 'status')
  counter.after(spoken)
  let pause
  const show = () => {
    const count = length(field.value)
    counter.textContent = counter.dataset.words.replace('%', number.format(count))
    counter.classList.toggle('counter--over', count > Number(counter.dataset.max))
  }
  field.addEventListener('input', () => {
    show()
    clearTimeout(pause)
    pause = setTimeout(() => {
      spoken.textContent = counter.textContent
    }, 1500)
  })
  counter.setAttribute('aria-hidden', 'true')
  counter.hidden = false
  show()
}
