import type { LogLevel } from '../../api.ts'
import { CineError } from '../../errors.ts'
import { safeText } from './safe-text.ts'

const LEVELS: readonly LogLevel[] = ['debug', 'info', 'warn', 'error']

/** Lines for people and for log collectors, on the standard error only. */
export interface Log {
  readonly level: LogLevel
  shows(level: LogLevel): boolean
  write(level: LogLevel, message: string): void
}

/** `ETL_LOG_LEVEL`, `info` when it is not set; `--quiet` keeps warnings and errors. Throws `USAGE`. */
export function logLevel(env: NodeJS.ProcessEnv, quiet: boolean): LogLevel {
  const named = (env.ETL_LOG_LEVEL || 'info').toLowerCase().replace(/^warning$/, 'warn')
  const level = LEVELS.find((each) => each === named)
  if (!level) {
    throw new CineError('USAGE', `ETL_LOG_LEVEL is "${env.ETL_LOG_LEVEL}", which is not a level.`, {
      hint: 'Use DEBUG, INFO, WARN or ERROR, or unset it.',
      details: { setting: 'ETL_LOG_LEVEL' },
    })
  }
  return quiet && level === 'info' ? 'warn' : level
}

/** On a terminal the message alone; otherwise each line carries its time and level. */
export function openLog(level: LogLevel, stream: NodeJS.WriteStream = process.stderr): Log {
  const shows = (each: LogLevel) => LEVELS.indexOf(each) >= LEVELS.indexOf(level)
  return {
    level,
    shows,
    write: (each, message) => {
      if (!shows(each)) return
      const head = stream.isTTY ? '' : `${new Date().toISOString()} ${each.toUpperCase().padEnd(5)} `
      stream.write(`${head}${safeText(message)}\n`)
    },
  }
}
