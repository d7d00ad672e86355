import { defineConfig } from '@playwright/test'

/** Every test starts the real application: `npm run test:e2e` builds it first and finds a display. */
export default defineConfig({
  // Each test is a whole Electron: two at once on two processors would measure each other.
  workers: 1,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: process.env.GALLEY_REPORT ?? '.cache/reports/playwright.json' }]],
  projects: [
    { name: 'e2e', testDir: 'tests/e2e/specs', outputDir: 'test-results/e2e' },
    {
      name: 'crash',
      testDir: 'tests/crash',
      testMatch: '**/*.spec.ts',
      outputDir: 'test-results/crash',
      timeout: 600_000,
    },
  ],
})
