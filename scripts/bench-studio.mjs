/** `npm run bench:studio`: builds the window if need be, finds the test Electron and a display, then measures. */
import { buildIfStale } from './build-if-stale.mjs'
import { electronGroup } from './lib/e2e-groups.mjs'
import { runCommand } from './lib/run-command.mjs'

const electron = await electronGroup()
console.error(electron.line)
await buildIfStale({ say: console.error })
const display = electron.xvfb ? ['xvfb-run', '-a', '-s', '-screen 0 1600x1000x24'] : []
const [command, ...rest] = [...display, 'node', 'bench/studio/main.ts', ...process.argv.slice(2)]
process.exitCode = await runCommand(command, rest, {
  CINE_E2E_ELECTRON: electron.executable ?? '',
  CINE_E2E_ELECTRON_SKIP: electron.reason ?? '',
})
