import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { CineError } from '../../errors.ts'
import type { Log } from '../terminal/log.ts'
import { errorLine } from './error-line.ts'
import { packageRoot } from './package-root.ts'

interface BuildScript {
  buildIfStale(options: { say: (line: string) => void }): Promise<boolean>
}

/** In a clone, builds the window when a source is newer; once installed it is built. Throws `BUILD_FAILED`. */
export async function ensureBuilt(log: Log): Promise<void> {
  const script = join(packageRoot(), 'scripts', 'build-if-stale.mjs')
  if (!existsSync(script)) return
  const { buildIfStale }: BuildScript = await import(pathToFileURL(script).href)
  try {
    await buildIfStale({ say: (line) => log.write('info', line) })
  } catch (error) {
    const [, ...output] = error instanceof Error ? error.message.split('\n') : []
    const why = errorLine(output.join('\n')) ?? (error instanceof Error ? error.message : String(error))
    throw new CineError('BUILD_FAILED', `The window could not be built: ${why}`, {
      hint: 'Run `npm ci`, then `npm run build` to see everything it says.',
      cause: error,
    })
  }
}
