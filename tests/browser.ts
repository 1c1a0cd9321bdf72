import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** The path of a Chromium to test with: an installed one, else Playwright's, else Debian's package. Throws one sentence when none can be had. */
export function findBrowser(): string {
  const found = [process.env.CHROMIUM_PATH, ...installed, chromium.executablePath()].find((path) => path && existsSync(path))
  if (found) return found
  console.log('▸ no Chromium found, asking Playwright for one')
  spawnSync('playwright', ['install', 'chromium'], { stdio: 'ignore', timeout: 120_000 })
  if (existsSync(chromium.executablePath())) return chromium.executablePath()
  console.log('▸ Playwright could not get one, installing the Debian package')
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore', timeout: 120_000 })
  spawnSync('apt-get', ['install', '-y', '-qq', 'chromium'], {
    stdio: 'ignore',
    timeout: 400_000,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  const late = installed.find(existsSync)
  if (!late) throw new Error('No Chromium for the browser tests: install one, or set CHROMIUM_PATH to its program.')
  return late
}
