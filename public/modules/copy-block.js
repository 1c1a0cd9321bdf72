// Adds a button that copies a ready text; without this module it is selected by hand.
for (const block of document.querySelectorAll('[data-copy]')) {
  const text = block.querySelector('.copy__text')
  if (!text || !navigator.clipboard || block.querySelector('button')) continue
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'btn btn--line btn--sm'
  button.textContent = block.dataset.copy
  const said = document.createElement('span')
  said.setAttribute('role', 'status')
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(text.textContent.trim())
    said.textContent = block.dataset.copied
    setTimeout(() => {
      said.textContent = ''
    }, 8000)
  })
  block.append(button, said)
}
