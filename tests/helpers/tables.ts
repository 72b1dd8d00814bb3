import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

export const ROOT = join(import.meta.dirname, '../..')

/** The rows of the tables of a page whose last column is named `test`, cell by cell. */
export async function rowsOf(page: string): Promise<string[][]> {
  const rows: string[][] = []
  let inTable = false
  for (const line of (await readFile(join(ROOT, page), 'utf8')).split('\n')) {
    const cells = line.startsWith('|')
      ? line
          .split('|')
          .slice(1, -1)
          .map((cell) => cell.trim())
      : null
    if (cells?.at(-1) === 'test') inTable = true
    else if (!cells) inTable = false
    else if (inTable && !/^[ -]*$/.test(cells.join(''))) rows.push(cells)
  }
  return rows
}

/** The tests that a row names: a file, and the name of a test in it when one is given. */
export function testsOf(row: readonly string[]): { file: string; name: string | undefined }[] {
  const named = (row.at(-1) ?? '').matchAll(/`(tests\/[^`]+)`(?: › ([^·|]+))?/g)
  return [...named].map(([, file = '', name]) => ({ file, name: name?.trim() }))
}
