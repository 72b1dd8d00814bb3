import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { lineEnds } from '../../../src/pipeline/engines/spark/multiline.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cine-lines-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

// As Hadoop's LineRecordReader cuts lines: a CR alone within quotes has Spark read the file in one piece.
test.each([
  ['', 0],
  ['a,b', 0],
  ['a\n1\n', 2],
  ['a\r\n1\r\n', 2],
  ['a\n"lone\rcr"\n', 3],
  ['a\r\n"\r\r\n"\r\n', 4],
  ['a\n\r', 2],
  ['a\r', 1],
])('%j has %i line ends, wherever it is cut', async (text, expected) => {
  const path = join(folder, 'lines.csv')
  await writeFile(path, text)
  const { signal } = new AbortController()
  for (const chunkBytes of [1, 2, 3, 1 << 20]) expect(await lineEnds(path, signal, chunkBytes)).toBe(expected)
})
