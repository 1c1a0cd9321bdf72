// Prints what is folded away, such as sources: browsers without ::details-content would print only its summary.
let opened = []
addEventListener('beforeprint', () => {
  opened = [...document.querySelectorAll('details.more:not([open])')]
  for (const details of opened) details.open = true
})
addEventListener('afterprint', () => {
  for (const details of opened) details.open = false
  opened = []
})
