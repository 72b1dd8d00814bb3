import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { CineError } from './errors.ts'

/**
 * A file or folder shipped with the product. Found by walking up from this module, because it runs from
 * `src/pipeline/` in a clone, from `out/main/` once built, and from the application's own folder when
 * packaged.
 */
export function resourcePath(...parts: string[]): string {
  for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
    const candidate = join(folder, 'resources', ...parts)
    if (existsSync(candidate)) return candidate
    if (dirname(folder) === folder) break
  }
  throw new CineError('RESOURCE_MISSING', `A file of the product is missing: resources/${parts.join('/')}.`, {
    hint: 'Install Ciné DataLake Studio again.',
  })
}
