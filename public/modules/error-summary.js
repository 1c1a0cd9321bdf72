// Takes people who hear or tab through the page to what has to be put right, and from there straight into the field.
const summary = document.querySelector('[data-error-summary]')
if (summary) {
  summary.focus()
  summary.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null
    const field = link && document.getElementById(link.hash.slice(1))
    if (!field) return
    event.preventDefault()
    const around = field.closest('fieldset, .field') ?? field
    around.scrollIntoView()
    field.focus({ preventScroll: true })
  })
}
