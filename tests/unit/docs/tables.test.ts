import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '../../..')
const read = (path: string) => readFile(join(ROOT, path), 'utf8')

/** The rows of the tables of a page whose last column is named `test`, cell by cell. */
async function rowsOf(page: string): Promise<string[][]> {
  const rows: string[][] = []
  let inTable = false
  for (const line of (await read(page)).split('\n')) {
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

describe.each([
  ['docs/security.md', 3, 40],
  ['docs/reliability.md', 3, 20],
  ['docs/studio-checklist.md', 2, 35],
])('%s', (page, columns, atLeast) => {
  test('has no empty cell', async () => {
    const rows = await rowsOf(page)
    expect(rows.length).toBeGreaterThanOrEqual(atLeast)
    for (const row of rows) {
      expect(row, row[0]).toHaveLength(columns)
      for (const cell of row) expect(cell, row[0]).not.toBe('')
    }
  })

  test('names tests and files that are there', async () => {
    for (const row of await rowsOf(page)) {
      const tests = row.at(-1) ?? ''
      const named = [...tests.matchAll(/`(tests\/[^`]+)`(?: › ([^·|]+))?/g)]
      expect(named.length, row[0]).toBeGreaterThan(0)
      for (const [, file = '', name] of named) {
        expect(existsSync(join(ROOT, file)), file).toBe(true)
        if (name) expect(await read(file), `${file} › ${name}`).toContain(name.trim())
      }
      for (const [, file = ''] of row
        .join(' ')
        .matchAll(/`((?:src|scripts|resources|\.github)\/[^`]+|[\w.-]+\.(?:mjs|config\.ts|json))`/g))
        expect(existsSync(join(ROOT, file)), file).toBe(true)
    }
  })
})

test('docs/security.md has each of the twenty points of Electron’s checklist', async () => {
  const numbers = (await rowsOf('docs/security.md')).flatMap(
    ([point = '']) => point.match(/^\d+(?=\.)/) ?? [],
  )
  expect(numbers.map(Number)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1))
})
