import { CineError } from '../errors.ts'

export interface Settings {
  /** Where Kaggle is; `CINE_KAGGLE_URL`. */
  base: URL
  /** How long a server may be silent; `CINE_KAGGLE_TIMEOUT`, in seconds. */
  timeoutMs: number
  /** Attempts after the first one that brings nothing new. */
  retries: number
  /** Before the first of them; doubled each time. */
  backoffMs: number
}

const DEFAULT_URL = 'https://www.kaggle.com'

/** Throws `USAGE` for a setting that makes no sense. */
export function settingsOf(env: NodeJS.ProcessEnv = process.env): Settings {
  const base = URL.parse(env.CINE_KAGGLE_URL || DEFAULT_URL)
  if (!base || !['http:', 'https:'].includes(base.protocol) || base.username || base.password)
    throw misset('CINE_KAGGLE_URL', 'is no address without a password, such as https://www.kaggle.com')
  const seconds = Number(env.CINE_KAGGLE_TIMEOUT || 60)
  if (!(seconds > 0 && seconds <= 3600))
    throw misset('CINE_KAGGLE_TIMEOUT', 'is no number of seconds up to 3600')
  return { base, timeoutMs: seconds * 1000, retries: 5, backoffMs: 1000 }
}

function misset(setting: string, what: string): CineError {
  return new CineError('USAGE', `${setting} ${what}.`, {
    hint: 'Correct it, or unset it.',
    details: { setting },
  })
}
