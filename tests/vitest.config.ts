import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))

// Tests that need a database live in files named *.db.test.ts; tests that start whole processes under tests/server.
export default defineConfig({
  root: path('..'),
  resolve: { alias: { 'server-only': path('./support/empty.ts') } },
  test: {
    env: {
      AUTH_SECRET: 'a-secret-for-tests-only-0123456789abcdef',
      SITE_URL: 'http://localhost:3000',
      METRICS_TOKEN: 'a-token-for-tests-only',
    },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/**/*.db.test.ts', 'tests/server/**', 'tests/e2e/**'],
        },
      },
      {
        extends: true,
        test: {
          name: 'database',
          include: ['tests/**/*.db.test.ts'],
          globalSetup: [path('./support/template-database.ts')],
          setupFiles: [path('./support/worker-database.ts')],
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
      { extends: true, test: { name: 'server', include: ['tests/server/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 60_000 } },
    ],
  },
})
