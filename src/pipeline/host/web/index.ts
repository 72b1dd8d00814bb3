/**
 * The studio in a browser: the built renderer and a WebSocket to the engine, on 127.0.0.1 only, for
 * whoever opens the link that is printed once.
 */
import { existsSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { CineError } from '../../errors.ts'
import { spawnNodeEngine } from '../child-node.ts'
import { EngineSupervisor } from '../supervisor.ts'
import { WebAccess } from './access.ts'
import { answer } from './answer.ts'
import { WebExports } from './exports.ts'
import { acceptSockets } from './sockets.ts'

export interface WebOptions {
  lake: string
  /** 0 or left out: any free port. */
  port?: number
  /** The built renderer. */
  staticDir: string
  supervisor?: EngineSupervisor
}

export interface WebServer {
  /** With the token: it opens the studio once. */
  url: string
  port: number
  /** Ends the connections and the engine. */
  close(): Promise<void>
}

/** Throws `RENDERER_NOT_BUILT`, `PORT_IN_USE` or `PORT_NOT_ALLOWED`. */
export async function serveWeb(options: WebOptions): Promise<WebServer> {
  if (!existsSync(join(options.staticDir, 'index.html'))) {
    throw new CineError('RENDERER_NOT_BUILT', `The built window is missing: ${options.staticDir}.`, {
      hint: 'Run `npm run build`.',
    })
  }
  const server = createServer()
  const port = await listen(server, options.port ?? 0)
  const access = new WebAccess(port)
  const supervisor =
    options.supervisor ?? new EngineSupervisor({ spawn: () => spawnNodeEngine({ lake: options.lake }) })
  const exports = new WebExports(supervisor)
  const closeSockets = acceptSockets(server, access, supervisor)
  server.on('request', (request, response) => {
    answer(request, response, { access, staticDir: options.staticDir, exports }).catch(() => {
      // The browser went away in the middle, or the file did: nothing more can be said.
      response.destroy()
    })
  })
  return {
    url: `http://127.0.0.1:${port}/?token=${access.token}`,
    port,
    close: async () => {
      closeSockets()
      server.closeAllConnections()
      await Promise.all([new Promise((done) => server.close(done)), exports.close(), supervisor.stop()])
    },
  }
}

async function listen(server: Server, port: number): Promise<number> {
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen({ port, host: '127.0.0.1', exclusive: true }, resolve)
    })
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'EADDRINUSE') {
      throw new CineError('PORT_IN_USE', `Port ${port} is taken by another program.`, {
        hint: 'Choose another with --port N, or leave --port out for a free one.',
        details: { port },
      })
    }
    if (code === 'EACCES' || code === 'ERR_SOCKET_BAD_PORT') {
      throw new CineError('PORT_NOT_ALLOWED', `Port ${port} cannot be used.`, {
        hint: 'Choose one from 1024 to 65535 with --port N, or leave --port out.',
        details: { port },
      })
    }
    throw error
  }
  return (server.address() as AddressInfo).port
}
