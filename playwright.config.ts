import { join } from 'node:path'
import { defineConfig } from '@playwright/test'

// What is set on this machine is no part of a test, nor what a test sets of the next run.
process.env.CINE_CONFIG ??= join(import.meta.dirname, 'artefacts', 'e2e', 'config')

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'artefacts/e2e',
  // The machine has two cores: one window at a time measures something.
  workers: 1,
  timeout: 120_000,
  // A window on a busy machine is tried twice where everything must run; what needed it is named at the end.
  retries: process.env.CINE_REQUIRE_ALL === '1' ? 1 : 0,
  expect: { timeout: 20_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: process.env.CINE_E2E_REPORT
    ? [['list'], ['json', { outputFile: process.env.CINE_E2E_REPORT }]]
    : [['list']],
  use: { trace: 'retain-on-failure' },
})
