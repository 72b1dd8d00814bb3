import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { CineError } from '../errors.ts'

/** The file that a Node or a utility process runs as the engine: the source when this is source, else
 * the built `engine.js` beside (or above) the bundle that this became part of. */
export function engineEntry(): string {
  if (import.meta.filename.endsWith('.ts')) return join(import.meta.dirname, 'engine-process.ts')
  const folder = import.meta.dirname
  for (const candidate of [join(folder, 'engine.js'), join(dirname(folder), 'engine.js')])
    if (existsSync(candidate)) return candidate
  throw new CineError('ENGINE_NOT_BUILT', `The built engine is missing: ${join(folder, 'engine.js')}.`, {
    hint: 'Run `npm run build`.',
  })
}
