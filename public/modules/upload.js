import '/modules/vendor/tus.js'

// Sends a film or poster in pieces; a broken connection goes on where it stopped.
const place = document.querySelector('[data-upload]')
const [input, bar, status, ways] = ['input', 'progress', '[data-status]', '[data-ways]'].map((name) => place.querySelector(name))
const [start, hold] = [ways.querySelector('[type=submit]'), ways.querySelector('[data-hold]')]
const words = place.dataset
let upload = null
let held = false

ways.hidden = false

function say(text) {
  status.textContent = text
}

function failed(error) {
  const fault = error?.originalResponse?.getStatus() === 422 ? error.originalResponse.getBody() : ''
  const name = `fault${fault.replace(/(?:^|\W)(\w)/g, (_, first) => first.toUpperCase())}`
  bar.hidden = true
  hold.hidden = true
  say(words[name] ?? words.failed)
}

async function begin() {
  const file = input.files[0]
  if (!file) return input.focus()
  if (file.size > Number(words.most)) return say(words.faultLarge)
  let version = ''
  let taken = false
  let anew = 0
  upload = new window.tus.Upload(file, {
    endpoint: '/api/uploads',
    chunkSize: 4_000_000,
    retryDelays: [0, 1000, 3000, 8000],
    metadata: { [words.for]: words.upload },
    fingerprint: async (one) => `hob ${words.upload} ${one.name} ${one.size} ${one.lastModified}`,
    removeFingerprintOnSuccess: true,
    onProgress(sent, total) {
      bar.value = Math.floor((sent / total) * 100)
      say(sent === total ? words.checking : words.percent.replace('#', String(bar.value)))
    },
    onAfterResponse(_, response) {
      version = response.getHeader('x-story-version') ?? version
      taken ||= response.getHeader('x-taken') !== null
    },
    onError: failed,
    onSuccess() {
      // All bytes are there, but the server stopped before it took them in: what is left of them leads nowhere.
      if (!taken) return sendAnew()
      location.assign(`${location.pathname}?done=${words.done}${version && `&n=${version}`}`)
    },
  })
  function sendAnew() {
    anew += 1
    if (anew > 2) return failed()
    upload.url = null
    upload.start()
  }
  const [earlier] = await upload.findPreviousUploads()
  if (earlier) upload.resumeFromPreviousUpload(earlier)
  bar.hidden = false
  hold.hidden = false
  held = false
  upload.start()
}

start.addEventListener('click', begin)
hold.addEventListener('click', () => {
  held = !held
  hold.textContent = held ? words.resume : words.pause
  if (held) upload.abort()
  else upload.start()
})
