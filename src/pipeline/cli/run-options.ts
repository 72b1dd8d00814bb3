import { CineError } from '../errors.ts'
import { given } from './options.ts'

export interface RunOptions {
  nRows?: number
  force?: boolean
}

/** `--n-rows`, else the environment's `N_ROWS`. Throws `USAGE`. */
export function runParams(options: RunOptions, env: NodeJS.ProcessEnv = process.env) {
  return given({ n_rows: options.nRows ?? envRows(env.N_ROWS), force: options.force })
}

function envRows(value: string | undefined): number | undefined {
  if (value === undefined || value.trim() === '') return undefined
  if (/^\d{1,15}$/.test(value.trim()) && Number(value) > 0) return Number(value)
  throw new CineError('USAGE', `N_ROWS is "${value}", which is not a number of rows.`, {
    hint: 'Set it to a whole number from 1 up, or unset it.',
    details: { setting: 'N_ROWS' },
  })
}
