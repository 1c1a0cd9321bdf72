import { defineConfig, devices } from '@playwright/test'

const launchOptions = {
  ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
}

const withoutScripts = { javaScriptEnabled: false, viewport: { width: 360, height: 740 } }
const journey = /journey-no-js\.spec\.ts$/
const release = /(film-journey|story-desk-journey|story-release-two-sites)\.spec\.ts$/

// Specs named *-no-js.spec.ts run with scripts off; all others with scripts on. The site is started by run.ts.
export default defineConfig({
  testDir: './e2e',
  outputDir: '../test-results',
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: '../.data-test/e2e.json' }]],
  use: {
    ...devices['Desktop Chrome'],
    baseURL: process.env.SITE_URL ?? 'http://localhost:3100',
    launchOptions,
    trace: 'retain-on-failure',
  },
  projects: [
    // First, because the sign-in link that the start prints lives for ten minutes.
    { name: 'journey', testMatch: journey, use: withoutScripts },
    { name: 'scripts', testIgnore: [/-no-js\.spec\.ts$/, release] },
    { name: 'no-scripts', testMatch: /-no-js\.spec\.ts$/, testIgnore: journey, use: withoutScripts },
    // Last, because a film that comes out changes the pages that others count films on.
    { name: 'release', testMatch: release, dependencies: ['scripts', 'no-scripts'] },
  ],
})
