import { misfits, plain, sizes } from './films/engine.js'

const pause = 1500
const texts = ['text', 'sub', 'cta', 'hashtag', 'palette', 'motif', 'transition', 'side']
const numbers = ['beats', 'value']

/** Shows what is typed in the film at once, and saves it a moment after, through the form's own action. */
export function startSaving(form, player) {
  const note = form.querySelector('[data-autosave]')
  const fits = form.querySelector('[data-fits]')
  const id = form.elements.scene.value
  let [timer, saving, dirty, told] = [0, null, false, false]
  note.textContent = note.dataset.on

  function shown() {
    const index = player.film.scenes.findIndex((scene) => scene.id === id)
    const scene = { ...player.film.scenes[index] }
    for (const name of texts) if (form.elements[name] && name in scene) scene[name] = form.elements[name].value.trim()
    for (const name of numbers) if (form.elements[name] && name in scene) scene[name] = Number(form.elements[name].value) || scene[name]
    if (!scene.text) return
    const scenes = player.film.scenes.with(index, scene)
    const film = { ...player.film, scenes }
    player.change(film, id)
    showWhose(scene)
    const c = new OffscreenCanvas(8, 8).getContext('2d')
    const tight = Object.keys(sizes).some((shape) => misfits(c, film, ...sizes[shape]).includes(index))
    fits.hidden = !tight
  }

  function showWhose(scene) {
    const own = scene.excerpt && plain(scene.text) === plain(scene.excerpt.text)
    for (const badge of document.querySelectorAll('[data-whose]')) badge.hidden = (badge.dataset.whose === 'excerpt') !== Boolean(own)
  }

  async function save() {
    clearTimeout(timer)
    if (saving) await saving
    if (!dirty) return
    dirty = false
    saving = send()
    dirty = !(await saving) || dirty
    saving = null
  }

  /** Saves before something else is done. What could not be saved holds it up once, so that it can be read why. */
  async function savedFirst() {
    await save()
    if (!dirty || told) return true
    told = true
    form.scrollIntoView()
    return false
  }

  async function send() {
    const data = new FormData(form)
    data.set('auto', 'yes')
    try {
      const answer = await fetch(form.getAttribute('action') || location.href, { method: 'POST', body: data })
      const number = answer.ok && answer.redirected ? new URL(answer.url).searchParams.get('n') : null
      if (number) for (const field of document.querySelectorAll('input[name=version]')) field.value = number
      note.textContent = number ? note.dataset.saved.replace('#', number) : note.dataset.failed
      return Boolean(number)
    } catch {
      note.textContent = note.dataset.failed
      return false
    }
  }

  form.addEventListener('input', () => {
    dirty = true
    told = false
    clearTimeout(timer)
    timer = setTimeout(save, pause)
    shown()
  })
  form.addEventListener('submit', () => clearTimeout(timer))
  // Whoever leaves for another scene takes along what they wrote.
  document.addEventListener('click', async (event) => {
    const link = event.target.closest('a[data-cut]')
    if (!link || !(dirty || saving) || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    if (await savedFirst()) location.href = link.href
  })
  // A form sent while one's own words are being saved would find them saved by somebody; another form first lets them be saved.
  document.addEventListener('submit', async (event) => {
    const sent = event.target
    clearTimeout(timer)
    if (!saving && (!dirty || told || sent === form)) return
    event.preventDefault()
    if (sent === form) {
      await saving
      dirty = false
    } else if (!(await savedFirst())) return
    sent.requestSubmit(event.submitter)
  })
}
