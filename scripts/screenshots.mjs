/**
 * `npm run docs:screenshots`: every page of the real studio on the demo, in both languages and themes, to
 * `artefacts/screenshots/`; the ones the documents show also to `docs/images/`. In the test Electron where
 * it can run, else in Chromium.
 */
import { buildIfStale } from './build-if-stale.mjs'
import { browserGroup, electronGroup } from './lib/e2e-groups.mjs'
import { runCommand } from './lib/run-command.mjs'

const electron = await electronGroup()
const browser = await browserGroup()
for (const { line } of [electron, browser]) console.log(line)
await buildIfStale({ say: console.log })

const display = electron.xvfb ? ['xvfb-run', '-a', '-s', '-screen 0 1600x1000x24'] : []
const [command, ...rest] = [...display, 'node', 'scripts/screenshots/take.ts']
process.exitCode = await runCommand(command, rest, {
  CINE_E2E_ELECTRON: electron.executable ?? '',
  CINE_E2E_ELECTRON_SKIP: electron.reason ?? '',
  CINE_E2E_BROWSER: browser.executable ?? '',
  CINE_E2E_BROWSER_SKIP: browser.reason ?? '',
})
