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
    { name: 'scripts', testIgnore: /-no-js\.spec\.ts$/ },
    { name: 'no-scripts', testMatch: /-no-js\.spec\.ts$/, use: { javaScriptEnabled: false, viewport: { width: 360, height: 740 } } },
  ],
})
