import { type DuckValue, list } from './values.ts'

/**
 * A file's path as `read_parquet` and `read_csv` must be given it: what they would take for a pattern stands
 * for itself. A lake in `films [old]/` would otherwise be read out of `films o/`, if there is one.
 */
export function filePath(path: string): string {
  if (!/[*?[]/.test(path)) return path
  const literal = path.replace(/[*?[]/g, '[$&]')
  // A backslash cannot be told apart from a separator inside a pattern: any one character in its place.
  return process.platform === 'win32' ? literal : literal.replaceAll('\\', '?')
}

/** Several files, as a parameter. */
export function fileList(paths: readonly string[]): DuckValue {
  return list(paths.map(filePath))
}
