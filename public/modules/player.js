// Puts our controls in place of the browser's own, and lets transcript and chapters lead through the film.
// Without this file the page works too: native controls, links into the film, transcript.
const film = document.querySelector('[data-film]')
const video = film.querySelector('video')
const bar = film.querySelector('[data-bar]')
const control = (name) => film.querySelector(`[data-do="${name}"]`)
const seekBar = control('seek')
const choice = 'hob-captions'
const speeds = [1, 1.25, 1.5, 0.75]

const clock = (seconds) => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`
const length = () => video.duration || Number(seekBar.max)

function seek(to) {
  video.currentTime = Math.min(Math.max(to, 0), length())
  show(video.currentTime)
}

function play() {
  video.play().catch(() => {}) // a refusal shows as a player that is still paused
}

const toggle = () => (video.paused ? play() : video.pause())

// The bar.

function show(at) {
  seekBar.value = String(at)
  seekBar.setAttribute('aria-valuetext', seekBar.dataset.says.replace('@', clock(at)))
  film.querySelector('[data-at]').textContent = clock(at)
  follow(at)
}

function showPlaying() {
  film.classList.remove('film--still')
  const button = control('play')
  const icons = [film.querySelector('[data-paused]'), film.querySelector('[data-playing]')]
  if (icons[0].hidden === video.paused) {
    const label = button.getAttribute('aria-label')
    button.setAttribute('aria-label', button.dataset.other)
    button.dataset.other = label
  }
  icons[0].hidden = !video.paused
  icons[1].hidden = video.paused
}

function nextSpeed() {
  const speed = speeds[(speeds.indexOf(video.playbackRate) + 1) % speeds.length]
  video.playbackRate = speed
  film.querySelector('[data-speed]').textContent = String(speed)
}

function fullScreen() {
  if (document.fullscreenElement) document.exitFullscreen()
  else if (film.requestFullscreen) film.requestFullscreen().catch(() => {})
  else video.webkitEnterFullscreen?.()
}

const actions = {
  play: toggle,
  back: () => seek(video.currentTime - 10),
  forward: () => seek(video.currentTime + 10),
  captions: () => chooseCaptions(control('captions').getAttribute('aria-pressed') === 'true' ? 'off' : control('language').value),
  describe: () => describe(described.mode === 'disabled'),
  speed: nextSpeed,
  mute: () => {
    video.muted = !video.muted
  },
  full: fullScreen,
  float: () => (document.pictureInPictureElement ? document.exitPictureInPicture() : video.requestPictureInPicture().catch(() => {})),
  retry: () => {
    film.querySelector('[data-failed]').hidden = true
    video.load()
    play()
  },
}

// Captions: on at first; what somebody chooses is remembered on their device.

const captions = [...video.querySelectorAll('track[kind="captions"]')]

function stored() {
  try {
    return localStorage.getItem(choice)
  } catch {
    return null
  }
}

function showCaptions(language) {
  for (const track of captions) {
    track.default = false
    track.track.mode = track.srclang === language ? 'showing' : 'disabled'
  }
  control('captions')?.setAttribute('aria-pressed', String(language !== 'off'))
  if (language !== 'off') control('language').value = language
}

function chooseCaptions(language) {
  showCaptions(language)
  try {
    localStorage.setItem(choice, language)
  } catch {
    // Storage may be forbidden: then the choice lasts as long as the page.
  }
}

// Descriptions: what the pictures show, handed to whoever reads the screen aloud.

const described = video.querySelector('track[kind="descriptions"]')?.track
const told = film.querySelector('[data-told]')

function describe(on) {
  described.mode = on ? 'hidden' : 'disabled'
  control('describe').setAttribute('aria-pressed', String(on))
  told.textContent = ''
}

function tell() {
  const cue = described.activeCues?.[0]
  if (cue) told.textContent = cue.text
}

// Transcript and addresses.

const list = document.querySelector('[data-lines]')
const lines = [...document.querySelectorAll('[data-line]')]

function follow(at) {
  const current = lines.findLast((line) => Number(line.dataset.line) <= at + 0.05)
  if (!current || current.ariaCurrent === 'true') return
  for (const line of lines) line.removeAttribute('aria-current')
  current.setAttribute('aria-current', 'true')
  // Only while playing and nobody is reading in it; never takes the focus, never moves the page.
  if (!video.paused && !list.contains(document.activeElement)) list.scrollTop = current.offsetTop - list.clientHeight / 3
}

/** "#t=13", "#t=0:13" and "#t-13", in seconds; null for anything else. */
function timeIn(hash) {
  const found = /^#t([=-])(?:(\d+):)?(\d+(?:\.\d+)?)$/.exec(hash)
  if (!found) return null
  const line = found[1] === '-' ? document.getElementById(hash.slice(1)) : null
  return Number(line?.dataset.line ?? Number(found[2] ?? 0) * 60 + Number(found[3]))
}

function goTo(hash) {
  const at = timeIn(hash)
  if (at !== null) seek(at)
}

function onLink(event) {
  const link = event.target.closest('a[data-at]')
  if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
  event.preventDefault()
  seek(Number(link.dataset.at))
  history.replaceState(null, '', `#t=${link.dataset.at}`)
  play()
}

// Keys, only while the player has the focus.

const keys = {
  k: toggle,
  j: actions.back,
  l: actions.forward,
  m: actions.mute,
  c: actions.captions,
  f: fullScreen,
  ' ': toggle,
  ArrowLeft: () => seek(video.currentTime - 5),
  ArrowRight: () => seek(video.currentTime + 5),
}

function onKey(event) {
  const inControl = event.target !== video && event.target !== film
  const own = event.key === ' ' || event.key.startsWith('Arrow')
  if (event.ctrlKey || event.metaKey || event.altKey || (inControl && (own || event.target.matches('select')))) return
  const action = keys[event.key]
  if (!action) return
  event.preventDefault()
  action()
}

function start() {
  film.classList.add('film--still')
  video.controls = false
  video.tabIndex = 0
  bar.hidden = false
  control('float').hidden = !document.pictureInPictureEnabled
  const language = stored()
  const known = language === 'off' || captions.some((track) => track.srclang === language)
  showCaptions(known ? language : (captions[0]?.srclang ?? 'off'))
  described?.addEventListener('cuechange', tell)
  film.addEventListener('click', (event) => {
    if (event.target === video) toggle()
    else actions[event.target.closest('[data-do]')?.dataset.do]?.()
  })
  film.addEventListener('keydown', onKey)
  seekBar.addEventListener('input', () => seek(Number(seekBar.value)))
  control('language')?.addEventListener('change', (event) => chooseCaptions(event.target.value))
  video.addEventListener('timeupdate', () => show(video.currentTime))
  for (const name of ['play', 'pause', 'ended']) video.addEventListener(name, showPlaying)
  video.addEventListener('volumechange', () => control('mute').setAttribute('aria-pressed', String(video.muted)))
  // The still is cut to the stage; the film never is.
  video.addEventListener('loadeddata', () => video.style.setProperty('object-fit', 'contain'))
  video.addEventListener(
    'error',
    () => {
      if (video.error || video.networkState === HTMLMediaElement.NETWORK_NO_SOURCE) film.querySelector('[data-failed]').hidden = false
    },
    true,
  )
  document.addEventListener('click', onLink)
  addEventListener('hashchange', () => goTo(location.hash))
  goTo(location.hash)
}

start()
