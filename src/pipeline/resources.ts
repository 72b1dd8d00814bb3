import { existsSync } from 'node:fs'
import { dirname, join, sep } from 'node:path'
import { CineError } from './errors.ts'

/**
 * A file or folder shipped with the product. Found by walking up from this module, because it runs from
 * `src/pipeline/` in a clone, from `out/main/` once built, and from the application's own folder when
 * packaged: there beside the archive, for the programs that read them and cannot look into it.
 */
export function resourcePath(...parts: string[]): string {
  for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
    const candidate = join(folder, 'resources', ...parts)
    if (existsSync(candidate)) return besideArchive(candidate)
    if (dirname(folder) === folder) break
  }
  throw new CineError('RESOURCE_MISSING', `A file of the product is missing: resources/${parts.join('/')}.`, {
    hint: 'Install Ciné DataLake Studio again.',
  })
}

function besideArchive(path: string): string {
  const archive = `${sep}app.asar${sep}`
  const outside = path.replace(archive, `${sep}app.asar.unpacked${sep}`)
  return existsSync(outside) ? outside : path
}
