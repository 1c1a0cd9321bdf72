// Solves the small riddle a busy page gives its form, while the answers are read. Gives up after a while: at a human pace it is not needed.
const field = document.querySelector('input[data-riddle]')
const form = field?.form
const patience = 20_000

const bytes = (hex) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
const hex = (buffer) => Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, '0')).join('')

async function solve(riddle) {
  const { salt, nonce, cost, keyPrefix } = riddle.parameters
  const [before, seed] = [bytes(salt), bytes(nonce)]
  const text = new Uint8Array(before.length + seed.length + 4)
  text.set(before)
  text.set(seed, before.length)
  const view = new DataView(text.buffer)
  const until = performance.now() + patience
  for (let counter = 0; performance.now() < until; counter += 1) {
    view.setUint32(text.length - 4, counter)
    let key = text
    for (let round = 0; round < cost; round += 1) key = await crypto.subtle.digest('SHA-256', key)
    const derivedKey = hex(key)
    if (derivedKey.startsWith(keyPrefix)) return { counter, derivedKey }
  }
  return null
}

if (form && globalThis.crypto?.subtle) {
  const challenge = JSON.parse(field.dataset.riddle)
  let busy = true
  const done = solve(challenge)
    .then((solution) => {
      if (solution) field.value = JSON.stringify({ challenge, solution })
    })
    .catch(() => {})
    .finally(() => {
      busy = false
    })
  // Pressed before it is solved: sent a moment later, once.
  form.addEventListener('submit', (event) => {
    if (!busy) return
    event.preventDefault()
    void done.then(() => form.requestSubmit())
  })
}
