// Puts a button that prints in place of the sentence about printing.
for (const button of document.querySelectorAll('button[data-print]')) {
  button.addEventListener('click', () => print())
  button.hidden = false
  if (button.previousElementSibling) button.previousElementSibling.hidden = true
}
