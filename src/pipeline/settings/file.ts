import { mkdir, readFile, rename } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import envPaths from 'env-paths'
import { type CheckedParams, type SettingName, settingsSchema } from '../api.ts'
import { CineError } from '../errors.ts'
import { writeFileAtomic } from '../lake/atomic.ts'

/** What was saved: only what has a value. */
export type Saved = { [Name in SettingName]?: NonNullable<CheckedParams<'settings.set'>[Name]> }

export interface SavedSettings {
  saved: Saved
  /** Values that make no sense and are passed over, or why the whole file is. */
  problems: CineError[]
}

/** `settings.json` in the user's configuration folder, or in that which `CINE_CONFIG` names. */
export function settingsPath(env: NodeJS.ProcessEnv = process.env): string {
  const folder = env.CINE_CONFIG || envPaths('cine-datalake-studio', { suffix: '' }).config
  return join(resolve(folder), 'settings.json')
}

/** What was saved. A file that cannot be read stops nothing: its problem is told, and the defaults hold. */
export async function readSaved(env: NodeJS.ProcessEnv = process.env): Promise<SavedSettings> {
  const path = settingsPath(env)
  try {
    const document = await readDocument(path)
    return valuesOf(document, path)
  } catch (error) {
    return { saved: {}, problems: [damaged(path, error)] }
  }
}

/** Changes what is named (null removes it) and leaves the rest, also what a newer version wrote there. */
export async function writeSaved(
  changes: CheckedParams<'settings.set'>,
  env: NodeJS.ProcessEnv = process.env,
): Promise<void> {
  const path = settingsPath(env)
  await mkdir(dirname(path), { recursive: true })
  const before = await readDocument(path).catch(async (error) => {
    if (!(error instanceof SyntaxError)) throw error
    // What somebody wrote there is kept for them to look at.
    await rename(path, join(dirname(path), 'settings.damaged.json'))
    return {}
  })
  const after = Object.entries({ ...before, ...changes }).filter(([, value]) => value != null)
  await writeFileAtomic(path, `${JSON.stringify(Object.fromEntries(after), null, 2)}\n`)
}

/** Empty when there is none. Throws `SyntaxError` for what is no JSON object. */
async function readDocument(path: string): Promise<Record<string, unknown>> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '{}'
    throw error
  })
  const document: unknown = JSON.parse(text)
  if (typeof document === 'object' && document !== null && !Array.isArray(document))
    return document as Record<string, unknown>
  throw new SyntaxError('It is not an object')
}

/** Each value by itself: one that makes no sense takes none of the others with it. */
function valuesOf(document: Record<string, unknown>, path: string): SavedSettings {
  const saved: Record<string, unknown> = {}
  const problems: CineError[] = []
  for (const [name, schema] of Object.entries(settingsSchema.shape)) {
    if (document[name] == null) continue
    const parsed = schema.safeParse(document[name])
    if (parsed.success) saved[name] = parsed.data
    else problems.push(notValid(name, parsed.error.issues[0]?.message ?? 'not valid', path))
  }
  return { saved: saved as Saved, problems }
}

function notValid(name: string, why: string, path: string): CineError {
  return new CineError('SETTING_NOT_VALID', `${name} in ${path} is passed over: ${why}.`, {
    hint: 'Set it again.',
    details: { setting: name, path },
  })
}

function damaged(path: string, cause: unknown): CineError {
  const why = cause instanceof SyntaxError ? 'it is no JSON' : String((cause as Error).message)
  return new CineError('SETTINGS_DAMAGED', `${path} cannot be read: ${why}.`, {
    hint: 'The defaults hold. Correct the file, or set something: the file is then put aside.',
    details: { path },
    cause,
  })
}
