/**
 * `npm run test:torture`: the tests that take minutes instead of seconds when `CINE_TORTURE=1`. Processes are killed
 * over 200 times, at every change that they make on the disk and at random moments, the power fails 140 times, files of
 * any bytes are ingested by the thousand, one line is of 2 GB, and 1,000 runs follow one another. `npm test` runs a few
 * of each. Further arguments go to vitest.
 */
import { dirname } from 'node:path'
import { runCommand } from './lib/run-command.mjs'

const TESTS = ['kill', 'ingest-fuzz', 'soak', 'faults/sizes'].map((name) => `tests/integration/${name}`)

process.chdir(dirname(import.meta.dirname))
const named = process.argv.slice(2).filter((argument) => !argument.startsWith('-'))
const options = process.argv.slice(2).filter((argument) => argument.startsWith('-'))
process.exitCode = await runCommand('vitest', ['run', ...(named.length > 0 ? named : TESTS), ...options], {
  CINE_TORTURE: '1',
})
