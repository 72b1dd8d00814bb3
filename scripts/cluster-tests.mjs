/**
 * `npm run test:cluster`: the tests on real HDFS, YARN and Spark, with those that take longest (the DataNode killed in
 * the middle of the pipeline, a quota reached while Spark writes), which `npm test` leaves out. Further arguments go to
 * vitest.
 */
import { dirname } from 'node:path'
import { runCommand } from './lib/run-command.mjs'

process.chdir(dirname(import.meta.dirname))
process.exitCode = await runCommand(
  'vitest',
  ['run', 'tests/integration/cluster', 'tests/integration/spark', ...process.argv.slice(2)],
  { CINE_TEST_CLUSTER_FULL: '1' },
)
