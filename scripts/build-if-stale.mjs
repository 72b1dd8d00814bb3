/**
 * Builds `out/` (main, engine, preload, page) only when a source is newer than what was built: compared by
 * content, so that a fresh checkout or a copied `out/` needs nothing. `--force` always builds.
 */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { isMain } from './lib/cache.mjs'
import { withLock } from './lib/lock.mjs'

const ROOT = dirname(import.meta.dirname)
const OUT = join(ROOT, 'out')
const STAMP = join(OUT, 'build.json')
const SOURCES = ['src', 'electron.vite.config.ts', 'package.json', 'package-lock.json', 'tsconfig.base.json']
const PRODUCTS = ['main/index.js', 'main/engine.js', 'preload/index.cjs', 'renderer/index.html']

/**
 * @param {{ force?: boolean, say?: (line: string) => void }} [options] `say` gets the one line
 * @returns {Promise<boolean>} whether it built
 */
export async function buildIfStale({ force = false, say = console.error } = {}) {
  // Once installed there are no sources: what was shipped is what there is.
  if (!existsSync(join(ROOT, 'src'))) return false
  if (!force && (await isFresh())) {
    say('build: up to date')
    return false
  }
  await mkdir(OUT, { recursive: true })
  return withLock(join(OUT, 'build.lock'), async () => {
    const sources = await fingerprint()
    if (!force && (await isFresh(sources))) {
      say('build: up to date')
      return false
    }
    const started = performance.now()
    await rm(STAMP, { force: true })
    await runBuild()
    await writeFile(STAMP, JSON.stringify({ sources }))
    say(`build: done in ${((performance.now() - started) / 1000).toFixed(1)} s`)
    return true
  })
}

async function isFresh(sources) {
  const stamp = await readFile(STAMP, 'utf8').then(JSON.parse, () => null)
  if (!stamp || PRODUCTS.some((product) => !existsSync(join(OUT, product)))) return false
  return stamp.sources === (sources ?? (await fingerprint()))
}

async function fingerprint() {
  const hash = createHash('sha256')
  for (const source of SOURCES) {
    for (const file of await filesOf(join(ROOT, source))) {
      const content = await readFile(file)
      hash.update(`${relative(ROOT, file)}\0${content.length}\0`).update(content)
    }
  }
  return hash.digest('hex')
}

async function filesOf(path) {
  const entries = await readdir(path, { withFileTypes: true, recursive: true }).catch(() => null)
  if (!entries) return [path]
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

/** Its program is started by Node itself: not every install marks it as executable. */
function runBuild() {
  const program = join(ROOT, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  if (!existsSync(program)) throw new Error('The build needs the development packages: run `npm ci`.')
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, 'build'], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        output += chunk
      })
    child.once('error', reject)
    child.once('close', (code) => {
      if (code === 0) resolve(undefined)
      else reject(new Error(`The build failed:\n${output.trim()}`))
    })
  })
}

if (isMain(import.meta.url)) {
  try {
    await buildIfStale({ force: process.argv.includes('--force') })
  } catch (error) {
    console.error(error.message)
    process.exitCode = 1
  }
}
