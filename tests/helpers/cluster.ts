import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Why nothing can be installed here, or null when it can. */
export function toolsSkipReason(): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const missing = ['java', 'mvn', 'python3'].filter(
    (name) => !folders.some((folder) => existsSync(join(folder, name))),
  )
  return missing.length > 0 ? `not on the PATH: ${missing.join(', ')}` : null
}
