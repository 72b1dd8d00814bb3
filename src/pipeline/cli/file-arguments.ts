import { existsSync } from 'node:fs'

/** `SOURCE=PATH` names the layout; a bare `PATH` is recognised by its header. A file whose own name
 * holds a `=` is a path. */
export function fileArgument(argument: string): { path: string; source?: string } {
  const [, source, path] = /^([A-Za-z][\w-]*)=(.+)$/s.exec(argument) ?? []
  return source && path && !existsSync(argument) ? { source, path } : { path: argument }
}
