import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/{unit,integration}/**/*.test.{ts,tsx}'],
    // Every test has a lake of its own; whole runs on real files take a few seconds each.
    // What a developer has set on this machine is no part of a test.
    env: { CINE_CONFIG: join(import.meta.dirname, 'artefacts', 'no-config') },
    testTimeout: 90_000,
    hookTimeout: 120_000,
    pool: 'forks',
    maxWorkers: 2,
  },
})
