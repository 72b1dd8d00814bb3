import { join } from 'node:path'
import { execa } from 'execa'
import type { Context } from '../context.ts'
import { ensureBuilt } from './build.ts'
import { hasDisplay } from './display.ts'
import { packageRoot } from './package-root.ts'

export interface Served {
  url: string
  port: number
}

const OPENERS: Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>> = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
}

/** Serves the studio on this machine until the command is interrupted. */
export async function serveInBrowser(
  context: Context,
  options: { port?: number },
  announce: (served: Served) => Promise<void>,
): Promise<void> {
  await ensureBuilt(context.log)
  const { serveWeb } = await import('../../host/web/index.ts')
  const staticDir = join(packageRoot(), 'out', 'renderer')
  const server = await serveWeb({ lake: context.lake, staticDir, ...options })
  try {
    await announce({ url: server.url, port: server.port })
    if (hasDisplay()) void openBrowser(server.url)
    context.log.write('info', 'Ctrl-C stops it.')
    await untilAborted(context.signal)
  } finally {
    await server.close()
  }
}

/** Never fails: the link is printed anyway. */
async function openBrowser(url: string): Promise<void> {
  const [program, ...args] = OPENERS[process.platform] ?? ['xdg-open']
  await execa(program, [...args, url], { reject: false, stdio: 'ignore', detached: true, cleanup: false })
}

function untilAborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve()
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
}
