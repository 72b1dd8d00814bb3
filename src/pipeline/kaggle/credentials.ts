import { readFile, stat } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { CineError } from '../errors.ts'

/** Who asks. `header` is a secret: it goes into requests to Kaggle's own host, nowhere else. */
export interface Credentials {
  header: string
  /** Where they were found, to be told. */
  from: string
}

/** Taken out of the system's key store by the window, for as long as this process lives. */
let handed: string | null = null

/** @param token null forgets it. Throws `KAGGLE_BAD_CREDENTIALS`, and then forgets it as well. */
export function handToken(token: string | null): void {
  handed = null
  if (token !== null) headerOf(token, KEY_STORE)
  handed = token
}

/** Told as the place of a token that the window keeps. */
const KEY_STORE = 'key store'

/**
 * The token of the user, where Kaggle's own command keeps it: `KAGGLE_API_TOKEN`, `KAGGLE_USERNAME` with
 * `KAGGLE_KEY`, then what the window handed over, `access_token` and `kaggle.json` in `KAGGLE_CONFIG_DIR` (`~/.kaggle`). Null when there is
 * none: public datasets may do without. Throws `KAGGLE_BAD_CREDENTIALS`.
 */
export async function findCredentials(
  warn: (message: string) => void,
  env: NodeJS.ProcessEnv = process.env,
): Promise<Credentials | null> {
  const token = env.KAGGLE_API_TOKEN?.trim()
  if (token) return { header: headerOf(token, 'KAGGLE_API_TOKEN'), from: 'KAGGLE_API_TOKEN' }
  const { KAGGLE_USERNAME: username, KAGGLE_KEY: key } = env
  if (username && key) return { header: basic(username, key), from: 'KAGGLE_USERNAME and KAGGLE_KEY' }
  if (handed !== null) return { header: headerOf(handed, KEY_STORE), from: KEY_STORE }

  const folder = env.KAGGLE_CONFIG_DIR || join(env.HOME || homedir(), '.kaggle')
  for (const name of ['access_token', 'kaggle.json']) {
    const path = join(folder, name)
    const text = await readFile(path, 'utf8').catch((error) => {
      if (['ENOENT', 'ENOTDIR'].includes(error.code)) return null
      throw bad(path, `cannot be read (${error.code})`)
    })
    if (text === null || text.trim() === '') continue
    await warnIfShared(path, warn)
    return { header: headerOf(text.trim(), path), from: path }
  }
  return null
}

/** A token, or the JSON of a name and a key. */
function headerOf(text: string, from: string): string {
  if (!text.startsWith('{')) {
    if (/\s/.test(text)) throw bad(from, 'does not hold one token')
    return `Bearer ${text}`
  }
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch {
    // What the parser says would quote the secret.
    throw bad(from, 'is not valid JSON')
  }
  const { username, key } = parsed as { username?: unknown; key?: unknown }
  if (typeof username !== 'string' || typeof key !== 'string' || !username || !key)
    throw bad(from, 'lacks "username" or "key"')
  return basic(username, key)
}

function basic(username: string, key: string): string {
  return `Basic ${Buffer.from(`${username}:${key}`).toString('base64')}`
}

async function warnIfShared(path: string, warn: (message: string) => void): Promise<void> {
  if (process.platform === 'win32') return
  const { mode } = await stat(path)
  if ((mode & 0o077) !== 0) warn(`Others can read your Kaggle token: chmod 600 ${path}`)
}

function bad(where: string, what: string): CineError {
  return new CineError('KAGGLE_BAD_CREDENTIALS', `The Kaggle credentials in ${where}: it ${what}.`, {
    hint: 'Create a new token in your settings on kaggle.com, or run `kaggle login` (`kaggle auth login`) again.',
    details: { where },
  })
}
