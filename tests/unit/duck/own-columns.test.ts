import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const PIPELINE = join(import.meta.dirname, '../../../src/pipeline')

test('no file is read with columns out of the names of its folders', async () => {
  const names = (await readdir(PIPELINE, { recursive: true })).filter((name) => name.endsWith('.ts'))
  const calls: string[] = []
  for (const name of names) {
    const text = await readFile(join(PIPELINE, name), 'utf8')
    // The call to its end; getvariable('…') and ${…(…)} have parentheses of their own.
    for (const [call] of text.matchAll(/\bread_(?:parquet|csv)\((?:[^()]|\((?:[^()]|\([^()]*\))*\))+\)/g))
      calls.push(`${name}: ${call}`)
  }
  expect(calls.length).toBeGreaterThan(8)
  // A lake in `status=failed/` would have a status that no file says.
  expect(calls.filter((call) => !call.includes('hive_partitioning = false'))).toEqual([])
})
