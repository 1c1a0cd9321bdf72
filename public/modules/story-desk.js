// Saves a part of a story a moment after the last change, through the form's own action.
const pause = 4000

for (const form of document.querySelectorAll('[data-story-form]')) {
  const note = form.querySelector('[data-autosave]')
  const base = form.querySelector('[name=base]')
  if (!note || !base) continue
  let timer = 0
  let saving = false
  let under = null
  note.textContent = note.dataset.on

  const save = async () => {
    if (saving) return later()
    saving = true
    const data = new FormData(form)
    data.set('auto', 'yes')
    try {
      const answer = await fetch(form.getAttribute('action') || location.href, { method: 'POST', body: data })
      const number = answer.ok && answer.redirected ? new URL(answer.url).searchParams.get('n') : null
      if (number) base.value = number
      note.textContent = number ? note.dataset.saved.replace('#', number) : note.dataset.failed
    } catch {
      note.textContent = note.dataset.failed
    }
    saving = false
    if (under) form.requestSubmit(under)
    under = null
  }
  const later = () => {
    clearTimeout(timer)
    timer = setTimeout(save, pause)
  }
  form.addEventListener('input', later)
  // Sent while one's own words are being saved, a form would find them saved by somebody and ask to compare.
  form.addEventListener('submit', (event) => {
    clearTimeout(timer)
    if (!saving) return
    event.preventDefault()
    under = event.submitter
  })
}
