// Runs before `npm start`, `npm test` and the other scripts a fresh copy may begin with, on whatever Node is installed: installs the locked
// packages when they are missing or out of date. The Node the site runs on is one of them; npm puts it first on the PATH of what follows.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, lstatSync, readFileSync, writeFileSync } from 'node:fs'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

const OLDEST_NODE = [20, 9]

process.chdir(fileURLToPath(new URL('..', import.meta.url)))
const stamp = 'node_modules/.installed'
const pinnedNode = process.platform === 'win32' ? 'node_modules/.bin/node.cmd' : 'node_modules/.bin/node'
const wanted = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex')

if (isTooOld()) refuse(`Node ${process.versions.node} is too old: install Node ${OLDEST_NODE.join('.')} or later.`)
if (!isInstalled()) install()

function isTooOld() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  return major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])
}

function isInstalled() {
  return existsSync(pinnedNode) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted
}

function install() {
  // npm would empty the folder behind the link, which belongs to another project
  if (lstatSync('node_modules', { throwIfNoEntry: false })?.isSymbolicLink()) refuse('node_modules is a link: remove it, then start again.')
  const begun = Date.now()
  console.log('▸ installing packages (about a minute, only when they changed)')
  const result = npm('ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error')
  if (result.status !== 0) refuse('The packages could not be installed; the lines above say why.')
  if (!existsSync(pinnedNode))
    refuse('The package "node" was not set up: allow its install script (npm install-scripts approve node) and start again.')
  writeFileSync(stamp, wanted)
  console.log(`▸ packages ${((Date.now() - begun) / 1000).toFixed(1)} s`)
}

function npm(...args) {
  const script = process.env.npm_execpath ?? ''
  if (!script.endsWith('npm-cli.js')) return spawnSync('npm', args, { stdio: 'inherit', shell: process.platform === 'win32' })
  // not process.execPath: that may be the Node in node_modules, which is about to be replaced
  return spawnSync(process.env.npm_node_execpath ?? process.execPath, [script, ...args], { stdio: 'inherit' })
}

function refuse(sentence) {
  console.error(sentence)
  process.exit(1)
}
