import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ROOT, rowsOf, testsOf } from '../../helpers/tables.ts'
import { REMOVALS } from '../../protections/index.ts'

const read = (path: string) => readFile(join(ROOT, path), 'utf8')

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
      const named = testsOf(row)
      expect(named.length, row[0]).toBeGreaterThan(0)
      for (const { file, name } of named) {
        expect(existsSync(join(ROOT, file)), file).toBe(true)
        if (name) expect(await read(file), `${file} › ${name}`).toContain(name)
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

describe.each(Object.entries(REMOVALS))('what test:protections takes away of %s', (page, removals) => {
  test('is for every row, and every test of it', async () => {
    for (const row of await rowsOf(page)) {
      const [first = ''] = row
      const ours = removals.filter((each) => first.startsWith(each.row)).map((each) => each.test)
      for (const { file, name } of testsOf(row))
        expect(ours, first).toContain(name === undefined ? file : `${file} › ${name}`)
    }
  })

  test('is in the source as it is, and of rows that are there', async () => {
    const rows = await rowsOf(page)
    for (const { row, test: named, edits } of removals) {
      const [found, ...more] = rows.filter(([first = '']) => first.startsWith(row))
      expect(more, row).toEqual([])
      const tests = testsOf(found ?? []).map(({ file, name }) =>
        name === undefined ? file : `${file} › ${name}`,
      )
      expect(tests, row).toContain(named)
      for (const [file, is, becomes] of edits) {
        expect(await read(file), `${row}: ${file}`).toContain(is)
        expect(becomes).not.toBe(is)
      }
    }
  })
})
