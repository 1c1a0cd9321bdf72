// Plays the script on the desk while it is written, and saves it. Without this file: stills, links and a button for each.
import { startPlayer } from './film-desk-player.js'
import { startSaving } from './film-desk-save.js'

const player = await startPlayer(document.querySelector('[data-film-player]'))
const form = document.querySelector('[data-film-scene]')
if (form) startSaving(form, player)
