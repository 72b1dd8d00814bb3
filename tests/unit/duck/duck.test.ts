import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { execa } from 'execa'
import { expect, it, onTestFinished } from 'vitest'
import { type Duck, duckVersion, list, lockFile, openDuck } from '../../../src/pipeline/duck/index.ts'
import { tempLake } from '../../helpers/lake.ts'

async function duck(options: Parameters<typeof openDuck>[0] = {}): Promise<Duck> {
  const opened = await openDuck({ threads: 1, ...options })
  onTestFinished(() => opened.close())
  return opened
}

it('gives plain JSON values', async () => {
  const [row] = await (await duck()).query(`SELECT 1::BIGINT AS whole, 9007199254740993 AS beyond,
    1.5::DECIMAL(4, 2) AS decimal, DATE '2020-01-02' AS day, TIMESTAMP '2020-01-02 03:04:05.678' AS moment,
    ['a', NULL] AS list, {'x': 1::BIGINT} AS struct, NULL AS nothing, sum(2) AS sum, true AS yes`)
  expect(row).toEqual({
    whole: 1,
    beyond: '9007199254740993',
    decimal: 1.5,
    day: '2020-01-02',
    moment: '2020-01-02T03:04:05.678Z',
    list: ['a', null],
    struct: { x: 1 },
    nothing: null,
    sum: 2,
    yes: true,
  })
  expect(JSON.parse(JSON.stringify(row))).toEqual(row)
})

it('takes values as parameters, whatever they hold', async () => {
  const opened = await duck()
  const value = `'; DROP TABLE films; -- "$1`
  expect(await opened.query('SELECT $1 AS value, $2[2] AS second', [value, list(['a', value])])).toEqual([
    { value, second: value },
  ])
})

it('takes a list for what all its items are, not for what the first one looks like', async () => {
  const opened = await duck()
  const lists = [list([8, 7.5]), list([]), list([1n, 2n ** 53n])]
  expect(await opened.query('SELECT $1 AS numbers, $2 AS none, typeof($3) AS big', lists)).toEqual([
    { numbers: [8, 7.5], none: [], big: 'BIGINT[]' },
  ])
})

it('answers statements side by side, on connections that were prepared', async () => {
  const opened = await duck({
    prepare: (run) => run('SET VARIABLE greeting = $1', ['hello']),
  })
  const rows = await Promise.all(
    Array.from({ length: 5 }, () => opened.query<{ said: string }>("SELECT getvariable('greeting') AS said")),
  )
  expect(rows.flat().map((row) => row.said)).toEqual(Array(5).fill('hello'))
})

it('interrupts a statement: it ends in CANCELLED, and the connection is good for the next one', async () => {
  const opened = await duck()
  const controller = new AbortController()
  const endless = opened.query(
    'SELECT count(*) FROM range(10000000000000) AS t(i) WHERE hash(i) % 7 = 3',
    [],
    {
      signal: controller.signal,
    },
  )
  setTimeout(() => controller.abort(), 100)
  await expect(endless).rejects.toMatchObject({ code: 'CANCELLED' })
  expect(await opened.query('SELECT 1 AS one')).toEqual([{ one: 1 }])
  await expect(opened.run('SELECT 1', [], { signal: controller.signal })).rejects.toMatchObject({
    code: 'CANCELLED',
  })
})

it('says that the memory does not do', async () => {
  const opened = await duck({ memoryLimitBytes: 40 * 2 ** 20 })
  await expect(
    opened.run('CREATE TABLE big AS SELECT repeat(i::VARCHAR, 50) AS text FROM range(5000000) AS t(i)'),
  ).rejects.toMatchObject({ code: 'OUT_OF_MEMORY' })
})

it('tells the progress of a statement', async () => {
  const opened = await duck()
  await opened.run('CREATE TABLE numbers AS SELECT i FROM range(20000000) AS t(i)')
  const shares: number[] = []
  await opened.run('CREATE TABLE hashed AS SELECT hash(hash(i)::VARCHAR) AS h FROM numbers', [], {
    onProgress: (share) => shares.push(share),
  })
  expect(shares.length).toBeGreaterThan(0)
  for (const share of shares) expect(share).toBeGreaterThan(0)
  expect(Math.max(...shares)).toBeLessThanOrEqual(1)
})

it('adds rows one by one', async () => {
  const opened = await duck()
  await opened.run('CREATE TABLE rows (name VARCHAR, line BIGINT)')
  const appender = await opened.appender('rows')
  for (let line = 0; line < 3000; line++) appender.row([line % 2 ? `it's ${line}` : null, line])
  appender.close()
  expect(
    await opened.query('SELECT count(*) AS n, count(name) AS named, max(line) AS last FROM rows'),
  ).toEqual([{ n: 3000, named: 1500, last: 2999 }])
})

it('reads no more rows than needed, and names columns apart', async () => {
  const { columns, rows } = await (await duck()).read('SELECT i, i + 1 AS i FROM range(100000) AS t(i)', 3)
  expect(columns).toEqual([
    { name: 'i', type: 'BIGINT' },
    { name: 'i:1', type: 'BIGINT' },
  ])
  expect(rows.length).toBeGreaterThanOrEqual(3)
  expect(rows.length).toBeLessThan(100_000)
})

it('knows its version', () => {
  expect(duckVersion()).toMatch(/^v\d+\.\d+\.\d+/)
})

it('locks a file for other processes until it is released, and takes a spoilt one over', async () => {
  const path = join(await tempLake(), 'writer.lock')
  await writeFile(path, 'spoilt')
  const lock = await lockFile(path)
  if (!('release' in lock)) throw new Error('It was not locked.')
  const other = `import { lockFile } from ${JSON.stringify(import.meta.resolve('../../../src/pipeline/duck/index.ts'))}
    console.log(JSON.stringify(await lockFile(${JSON.stringify(path)})))`
  const ask = async () => {
    const { stdout } = await execa(process.execPath, ['--input-type=module', '--eval', other])
    return JSON.parse(stdout)
  }
  expect(await ask()).toEqual({ heldBy: process.pid })
  lock.release()
  expect(await ask()).toEqual({})
})
