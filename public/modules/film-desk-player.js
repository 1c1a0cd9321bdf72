import { drawFrame, loadFaces, sizes, timeline } from './films/engine.js'

const step = 0.5
const clock = (seconds) => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`

/** Draws the film of this player at any instant. Resolves when the first frame is drawn. */
export async function startPlayer(root) {
  const canvas = root.querySelector('canvas')
  const c = canvas.getContext('2d')
  const bar = root.querySelector('[data-bar]')
  const control = (name) => root.querySelector(`[data-do="${name}"]`)
  const seekBar = control('seek')
  const cuts = [...document.querySelectorAll('[data-cut]')]
  let film = JSON.parse(root.dataset.script)
  let line = timeline(film)
  let shape = 'wide'
  let [at, frame, before] = [0, 0, 0]

  function draw() {
    const [width, height] = sizes[shape]
    if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height })
    drawFrame(c, film, at, width, height)
    seekBar.max = String(line.total)
    seekBar.value = String(at)
    seekBar.setAttribute('aria-valuetext', seekBar.dataset.says.replace('@', clock(at)).replace('#', clock(line.total)))
    root.querySelector('[data-at]').textContent = `${clock(at)} / ${clock(line.total)}`
    const now = line.items.find(({ start, length }) => at < start + length) ?? line.items.at(-1)
    for (const cut of cuts) cut.classList.toggle('is-shown', cut.dataset.cut === now?.scene.id)
  }

  function seek(to) {
    at = Math.min(Math.max(to, 0), line.total - 0.001)
    draw()
  }

  function tick(stamp) {
    at += Math.min(stamp - before, 250) / 1000
    before = stamp
    if (at >= line.total) {
      at = line.total - 0.001
      pause()
    } else frame = requestAnimationFrame(tick)
    draw()
  }

  function show(playing) {
    const button = control('play')
    button.querySelector('[data-paused]').hidden = playing
    button.querySelector('[data-playing]').hidden = !playing
  }

  function pause() {
    cancelAnimationFrame(frame)
    frame = 0
    show(false)
  }

  function toggle() {
    if (frame) return pause()
    if (at > line.total - 0.1) at = 0
    before = performance.now()
    frame = requestAnimationFrame(tick)
    show(true)
  }

  /** The film where this scene has settled. */
  function showScene(id) {
    const item = line.items.find(({ scene }) => scene.id === id)
    if (item) seek(item.start + item.length * 0.8)
  }

  function go(by) {
    const index = line.items.findIndex(({ start, length }) => at < start + length)
    const item = line.items[Math.min(Math.max(index + by, 0), line.items.length - 1)]
    seek(item.start + item.length * 0.8)
  }

  const actions = { play: toggle, prev: () => go(-1), next: () => go(1) }
  const keys = {
    ...{ k: toggle, j: () => seek(at - 2), l: () => seek(at + 2), ' ': toggle },
    ...{ ArrowLeft: () => seek(at - step), ArrowRight: () => seek(at + step), ArrowUp: () => go(-1), ArrowDown: () => go(1) },
    ...{ Home: () => seek(0), End: () => seek(line.total) },
  }

  // Keys only while the player has the focus; a control keeps its own.
  function onKey(event) {
    const own = event.key === ' ' || event.key.length > 1
    if (event.ctrlKey || event.metaKey || event.altKey || (event.target !== canvas && own)) return
    const action = keys[event.key]
    if (!action) return
    event.preventDefault()
    action()
  }

  await loadFaces(document.fonts).catch(() => root.querySelector('[data-no-face]').removeAttribute('hidden'))
  root.addEventListener('click', (event) => actions[event.target.closest('[data-do]')?.dataset.do]?.())
  root.addEventListener('keydown', onKey)
  seekBar.addEventListener('input', () => seek(Number(seekBar.value)))
  for (const choice of root.querySelectorAll('[name=shape]'))
    choice.addEventListener('change', () => {
      shape = choice.value
      canvas.dataset.shape = shape
      draw()
    })
  canvas.hidden = false
  bar.hidden = false
  root.querySelector('[data-still]').hidden = true
  showScene(root.dataset.scene)
  root.dataset.ready = ''

  return {
    get film() {
      return film
    },
    /** Another script in the place of this one, at the scene that changed. */
    change(next, id) {
      film = next
      line = timeline(film)
      if (frame) draw()
      else showScene(id)
    },
  }
}
