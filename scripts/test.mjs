/**
 * `npm test`: sets up what it can without root, then runs the checks, the unit and integration tests and
 * the end-to-end tests in real Electron and real Chromium. What cannot run here is skipped with its reason
 * and the command that installs it; under `CINE_REQUIRE_ALL=1` a skip is a failure. The last line is
 * `N passed, N failed, N skipped`, a step of `npm run check` counting as one test.
 */
import { mkdir, readFile, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { buildIfStale } from './build-if-stale.mjs'
import { clusterGroup } from './lib/cluster-group.mjs'
import { browserGroup, electronGroup } from './lib/e2e-groups.mjs'
import { runCommand } from './lib/run-command.mjs'

const ROOT = dirname(import.meta.dirname)
const ARTEFACTS = join(ROOT, 'artefacts')
const REQUIRE_ALL = process.env.CINE_REQUIRE_ALL === '1'
const CHECKS = ['check:types', 'check:lint', 'check:deps', 'check:dead']

const totals = { passed: 0, failed: 0, skipped: 0 }
const add = (counts) => {
  for (const key of Object.keys(totals)) totals[key] += counts[key]
}
const title = (text) => console.log(`\n=== ${text}`)

process.chdir(ROOT)
await mkdir(ARTEFACTS, { recursive: true })

title('Set-up')
const groups = { electron: await electronGroup(), browser: await browserGroup() }
const cluster = await clusterGroup()
for (const group of [...Object.values(groups), cluster]) console.log(group.line)
const built = await buildIfStale({ say: console.log }).then(
  () => true,
  (error) => {
    console.log(error.message)
    return false
  },
)
add({ passed: built ? 1 : 0, failed: built ? 0 : 1, skipped: 0 })

title('Checks')
for (const check of CHECKS) {
  const ok = (await runCommand('npm', ['run', '-s', check])) === 0
  console.log(`${ok ? 'ok' : 'FAILED'}  ${check}`)
  add({ passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 })
}

title('Unit and integration tests')
const vitestReport = join(ARTEFACTS, 'vitest.json')
await rm(vitestReport, { force: true })
const vitestArguments = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${vitestReport}`]
const vitestExit = await runCommand('vitest', vitestArguments, {
  CINE_TEST_CLUSTER_SKIP: cluster.reason ?? '',
})
add(await vitestCounts(vitestReport, vitestExit))

title('End-to-end tests')
if (built) {
  const report = join(ARTEFACTS, 'e2e.json')
  await rm(report, { force: true })
  const display = groups.electron.xvfb ? ['xvfb-run', '-a', '-s', '-screen 0 1600x1000x24'] : []
  const [command, ...rest] = [...display, 'playwright', 'test']
  const exit = await runCommand(command, rest, {
    CINE_E2E_REPORT: report,
    CINE_E2E_ELECTRON: groups.electron.executable ?? '',
    CINE_E2E_ELECTRON_SKIP: groups.electron.reason ?? '',
    CINE_E2E_BROWSER: groups.browser.executable ?? '',
    CINE_E2E_BROWSER_SKIP: groups.browser.reason ?? '',
    CINE_TEST_CLUSTER_SKIP: cluster.reason ?? '',
  })
  add(await playwrightCounts(report, exit))
} else {
  console.log('Not run: the build failed.')
}

title('Result')
if (cluster.reason) console.log(`Skipped: cluster tests: ${cluster.reason}\n  ${cluster.install}`)
for (const [name, { reason, install }] of Object.entries(groups))
  if (reason) console.log(`Skipped: ${name} end-to-end tests: ${reason}\n  ${install}`)
if (REQUIRE_ALL && totals.skipped > 0) {
  console.log(`CINE_REQUIRE_ALL=1: ${totals.skipped} skipped count as failed.`)
  totals.failed += totals.skipped
  totals.skipped = 0
}
console.log(`${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`)
process.exitCode = totals.failed > 0 ? 1 : 0

async function vitestCounts(path, exit) {
  const report = await readReport(path)
  if (!report) return { passed: 0, failed: 1, skipped: 0 }
  const failedFiles = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every((each) => each.status !== 'failed'),
  ).length
  return atLeastOneFailure(exit, {
    passed: report.numPassedTests,
    // A file that does not even load has no tests to count.
    failed: report.numFailedTests + failedFiles,
    skipped: report.numPendingTests + report.numTodoTests,
  })
}

async function playwrightCounts(path, exit) {
  const report = await readReport(path)
  if (!report) return { passed: 0, failed: 1, skipped: 0 }
  const { expected, flaky, unexpected, skipped } = report.stats
  for (const name of flakyNames(report.suites)) console.log(`Passed at its second try only: ${name}`)
  return atLeastOneFailure(exit, { passed: expected + flaky, failed: unexpected, skipped })
}

function flakyNames(suites, path = []) {
  return suites.flatMap(({ title, specs = [], suites: inner = [] }) => [
    ...specs
      .filter(({ tests }) => tests.some(({ status }) => status === 'flaky'))
      .map((spec) => [...path, title, spec.title].join(' › ')),
    ...flakyNames(inner, [...path, title]),
  ])
}

/** A runner that ends badly without naming a test has failed all the same. */
function atLeastOneFailure(exit, counts) {
  return exit !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts
}

async function readReport(path) {
  return readFile(path, 'utf8').then(JSON.parse, () => null)
}
