// Shows the buttons that copy an address: without this file there is nothing to press.
for (const button of document.querySelectorAll('[data-copy]')) {
  const words = button.querySelector('span')
  const before = words.textContent
  button.closest('[hidden]')?.removeAttribute('hidden')
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(button.dataset.copy)
    words.textContent = button.dataset.copied
    setTimeout(() => {
      words.textContent = before
    }, 4000)
  })
}
