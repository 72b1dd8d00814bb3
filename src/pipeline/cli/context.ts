import { resolve } from 'node:path'
import type { Method, Params, Result } from '../api.ts'
import { CineError } from '../errors.ts'
import { type Log, logLevel, openLog } from './terminal/log.ts'
import { showProgress } from './terminal/progress.ts'

/** The options of every verb. */
export interface CommonOptions {
  lake?: string
  json?: boolean
  quiet?: boolean
}

/** What a verb works with. */
export interface Context {
  /** Absolute. */
  lake: string
  /** False when the lake is the default because none was named. */
  lakeNamed: boolean
  json: boolean
  log: Log
  signal: AbortSignal
}

export type Ask = <M extends Method>(method: M, params: Params<M>) => Promise<Result<M>>

const DEFAULT_LAKE = 'data'

/** `--lake`, else `CINE_LAKE`, else `data/` where the command is run. Throws `USAGE`. */
export function createContext(
  options: CommonOptions,
  signal: AbortSignal,
  env: NodeJS.ProcessEnv = process.env,
): Context {
  if (options.lake === '' || options.lake?.startsWith('--')) {
    throw new CineError('USAGE', '--lake names no folder.', {
      hint: 'Give one: --lake DIR. A folder whose name begins so is written ./--NAME.',
    })
  }
  const named = options.lake ?? (env.CINE_LAKE || undefined)
  return {
    lake: resolve(named ?? DEFAULT_LAKE),
    lakeNamed: named !== undefined,
    json: options.json === true,
    log: openLog(logLevel(env, options.quiet === true)),
    signal,
  }
}

/** Opens the engine in this process, lends a way to ask it, and closes it whatever happens. */
export async function withEngine<T>(context: Context, use: (ask: Ask) => Promise<T>): Promise<T> {
  // The engine and DuckDB are loaded only by a command that is going to use them.
  const { openEngine } = await import('../engine.ts')
  const engine = await openEngine({ lake: context.lake })
  const unsubscribe = engine.subscribe(showProgress(context.log))
  try {
    return await use((method, params) => engine.request(method, params, { signal: context.signal }))
  } finally {
    unsubscribe()
    await engine.close()
  }
}

/** One question, one answer: most verbs are this. */
export function ask<M extends Method>(context: Context, method: M, params: Params<M>): Promise<Result<M>> {
  return withEngine(context, (request) => request(method, params))
}
