/**
 * `npm run docs:screenshots`: the pictures of the documents, to `docs/images/`; with `-- --all` also every
 * page × language × theme × state, to `artefacts/screenshots/`. In a real Chromium: what Electron shows is the same.
 */
import { buildIfStale } from './build-if-stale.mjs'
import { browserGroup } from './lib/e2e-groups.mjs'
import { runCommand } from './lib/run-command.mjs'

const browser = await browserGroup()
console.log(browser.line)
await buildIfStale({ say: console.log })
process.exitCode = await runCommand('node', ['scripts/screenshots/take.ts', ...process.argv.slice(2)], {
  CINE_E2E_BROWSER: browser.executable ?? '',
  CINE_E2E_BROWSER_SKIP: browser.reason ?? '',
})
