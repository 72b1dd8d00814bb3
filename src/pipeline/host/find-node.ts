import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { execa } from 'execa'
import { CineError } from '../errors.ts'

/** Runs TypeScript as it is, and loads every native module of the engine. */
const MINIMUM = '22.18'

/**
 * A Node recent enough for the engine: the one that runs this, unless it is Electron's; else `CINE_NODE`;
 * else the one among the dependencies; else `node` on the PATH. Throws `ENGINE_NO_NODE`.
 */
export async function findNode(env: NodeJS.ProcessEnv = process.env): Promise<string> {
  if (!process.versions.electron && isRecent(process.versions.node)) return process.execPath
  const tried: string[] = []
  for (const candidate of [env.CINE_NODE, dependencyNode(), 'node']) {
    if (!candidate) continue
    const version = await nodeVersion(candidate)
    if (version && isRecent(version)) return candidate
    tried.push(`${candidate}: ${version ?? 'not found'}`)
  }
  throw new CineError('ENGINE_NO_NODE', `The engine needs Node ${MINIMUM} or later, and none was found.`, {
    hint: 'Run `npm ci` in the project, or name one: CINE_NODE=/path/to/node.',
    details: { tried },
  })
}

export function isRecent(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const [wantedMajor = 0, wantedMinor = 0] = MINIMUM.split('.').map(Number)
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)
}

/** `node_modules/node/bin/node` of this package or of one that it is installed in. */
function dependencyNode(): string | undefined {
  const name = process.platform === 'win32' ? 'node.exe' : 'node'
  for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
    const candidate = join(folder, 'node_modules', 'node', 'bin', name)
    if (existsSync(candidate)) return candidate
    if (dirname(folder) === folder) return undefined
  }
}

async function nodeVersion(node: string): Promise<string | undefined> {
  const { stdout, failed } = await execa(node, ['-p', 'process.versions.node'], {
    reject: false,
    timeout: 10_000,
    env: { NODE_OPTIONS: '' },
  })
  return failed ? undefined : stdout.trim()
}
