import { join } from 'node:path'
import { configDefaults, defineConfig } from 'vitest/config'

/** Needs a Spark that nothing here installs: only whoever has one can run it. */
const OLDER_SPARK = 'tests/integration/spark-older.test.ts'

export default defineConfig({
  test: {
    include: ['tests/{unit,integration}/**/*.test.{ts,tsx}'],
    exclude: [...configDefaults.exclude, ...(process.env.CINE_TEST_SPARK35_HOME ? [] : [OLDER_SPARK])],
    // Every test has a lake of its own; whole runs on real files take a few seconds each.
    // What a developer has set on this machine is no part of a test.
    env: { CINE_CONFIG: join(import.meta.dirname, 'artefacts', 'no-config') },
    testTimeout: 90_000,
    hookTimeout: 120_000,
    pool: 'forks',
    maxWorkers: 2,
  },
})
