import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { cine, startCine } from '../helpers/cine.ts'
import { tempLake } from '../helpers/lake.ts'
import { sharedData } from '../helpers/shared-data.ts'

const MOVIES = sharedData('clapper', 'Movies_2000.csv.gz')

interface FailureCase {
  name: string
  content: string | Buffer | null
  code: RegExp
  says: RegExp
}

const CASES: FailureCase[] = [
  { name: 'absent.csv', content: null, code: /^INGEST_NOT_FOUND$/, says: /absent\.csv/ },
  { name: 'empty.csv', content: '', code: /^INGEST_EMPTY/, says: /empty\.csv/ },
  {
    name: 'header.csv',
    content: 'id,title,audienceScore,tomatoMeter\n',
    code: /^INGEST_/,
    says: /header\.csv/,
  },
  {
    name: 'unknown.csv',
    content: 'id,title,stars\n1,One,3\n',
    code: /^INGEST_UNKNOWN_LAYOUT$/,
    says: /Nearest: .*missing: .*cine map/,
  },
  {
    name: 'binary.csv',
    content: Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 0, 1]),
    code: /^INGEST_/,
    says: /binary/,
  },
  {
    name: 'cut.csv.gz',
    content: gzipSync('id,title,audienceScore,tomatoMeter\na,A,1,2\n').subarray(0, 30),
    code: /^INGEST_/,
    says: /cut\.csv\.gz/,
  },
]

describe('a file that cannot be landed', () => {
  test.each(CASES)('$name is told, and the others land', async ({ name, content, code, says }) => {
    const lake = await tempLake()
    const folder = await tempLake()
    const path = join(folder, name)
    if (content !== null) await writeFile(path, content)
    const result = await cine(['ingest', path, MOVIES, '--lake', lake, '--json'])
    expect(result.exitCode).toBe(1)
    const [failed, landed] = result.json().ingestions
    expect(failed).toMatchObject({ status: 'failed', path: null, error_code: expect.stringMatching(code) })
    expect(`${failed.error} ${failed.hint}`).toMatch(says)
    expect(landed).toMatchObject({ status: 'completed', rows: 116 })
    const history = await cine([
      'sql',
      'SELECT status FROM ingestions ORDER BY status',
      '--lake',
      lake,
      '--json',
    ])
    expect(history.json().rows).toEqual([{ status: 'completed' }, { status: 'failed' }])
  })

  test('broken records are rejects of a run that publishes the others', async () => {
    const lake = await tempLake()
    const folder = await tempLake()
    const path = join(folder, 'movies.csv')
    const lines = [
      'id,title,audienceScore,tomatoMeter',
      'a,A,1,2',
      'b,B,1',
      ',No key,1,2',
      'c,"C" x,1,2',
      'd,D,3,4',
    ]
    await writeFile(path, `${lines.join('\n')}\n`)
    const ingested = await cine(['ingest', path, '--lake', lake, '--json'])
    expect(ingested.json().ingestions[0]).toMatchObject({ status: 'completed', rows: 5 })
    const run = await cine(['etl', '--lake', lake, '--json'])
    expect(run.json().balance).toEqual([
      { source: 'rt_movies', rows_in: 5, rows_out: 2, rejected: 3, merged: 0 },
    ])
    const rejects = await cine([
      'sql',
      'SELECT line, reason FROM rejects ORDER BY line',
      '--lake',
      lake,
      '--json',
    ])
    expect(rejects.json().rows).toEqual([
      { line: 3, reason: 'COLUMN_COUNT' },
      { line: 4, reason: 'MISSING_KEY' },
      { line: 5, reason: 'BAD_QUOTE' },
    ])
  })
})

describe('failures', () => {
  test('nothing published: exit 3, in words and as JSON', async () => {
    const lake = await tempLake()
    for (const verb of [['films'], ['reviews'], ['report', 'genres'], ['sql', 'SELECT * FROM films']]) {
      const told = await cine([...verb, '--lake', lake, '--json'])
      expect(told.exitCode, verb[0]).toBe(3)
      expect(told.json()).toEqual({
        error: {
          code: 'NOTHING_PUBLISHED',
          message: expect.any(String),
          hint: expect.stringContaining('cine'),
          details: expect.any(Object),
        },
      })
    }
    const people = await cine(['films', '--lake', lake])
    expect(people).toMatchObject({ exitCode: 3, stdout: '' })
    expect(people.stderr).toMatch(/^error: .+\nhint: .+\n$/)
  })

  test.each([
    [['films', '--limit', 'many']],
    [['films', '--limit', '-1']],
    [['films', '--from-year', '99999']],
    [['films', '--min-imdb', '11']],
    [['films', '--sort', 'nonsense']],
    [['etl', '--n-rows', '0']],
    [['report', 'talents', '--top', '0']],
    [['report', 'timeline', '--by', 'week']],
    [['filns']],
    [['films', '--limt', '3']],
    [['ingest']],
    [[]],
  ])('wrong usage %j: exit 2, code USAGE', async (args) => {
    const lake = await tempLake()
    await cine(['pipeline', '--from', sharedData('clapper'), '--lake', lake])
    const told = await cine([...args, '--lake', lake, '--json'])
    expect(told.json().error).toMatchObject({
      code: 'USAGE',
      message: expect.any(String),
      hint: expect.any(String),
    })
    expect(told.exitCode).toBe(2)
    expect(told.stderr).toBe('')
    const people = await cine([...args, '--lake', lake])
    expect(people).toMatchObject({ exitCode: 2, stdout: '' })
    expect(people.stderr).toMatch(/^error: .+\nhint: .+\n$/)
  })

  test.each([['N_ROWS'], ['ETL_LOG_LEVEL']])('a nonsensical %s is wrong usage', async (name) => {
    const lake = await tempLake()
    const told = await cine(['etl', '--lake', lake, '--json'], { env: { [name]: 'nonsense' } })
    expect(told.exitCode).toBe(2)
    expect(told.json().error.message).toContain(name)
  })

  test('the stack is shown only when asked for', async () => {
    const lake = await tempLake()
    const silent = await cine(['films', '--lake', lake])
    expect(silent.stderr).not.toMatch(/^\s+at /m)
    const shown = await cine(['films', '--lake', lake], { env: { ETL_LOG_LEVEL: 'DEBUG' } })
    expect(shown.stderr).toMatch(/^\s+at /m)
  })

  test('interrupted while it is still being read: one document and 130 all the same', async () => {
    // Sent as soon as anything listens to it, which is before the command's own files are there.
    const early =
      'process.once("newListener",()=>setImmediate(()=>process.kill(process.pid,process.argv.at(-1))));'
    const lake = await tempLake()
    for (const signal of ['SIGINT', 'SIGTERM']) {
      const preload = `data:text/javascript,${early.replace('process.argv.at(-1)', `"${signal}"`)}`
      const { exitCode, json } = await cine(['etl', '--lake', lake, '--json'], {
        env: { NODE_OPTIONS: `--import=${encodeURI(preload)}` },
      })
      expect({ exitCode, code: json().error.code }).toEqual({ exitCode: 130, code: 'CANCELLED' })
    }
  })

  test('a lake that another process writes to: LAKE_LOCKED, and it is free again afterwards', async () => {
    const lake = await tempLake()
    const folder = await tempLake()
    // Long enough to be still landing when the second one comes.
    const big = join(folder, 'big.csv')
    await writeFile(big, `id,title,audienceScore,tomatoMeter\n${'slug,Some title,1,2\n'.repeat(16_000_000)}`)
    const first = startCine(['ingest', big, '--lake', lake, '--json'])
    while (!existsSync(join(lake, 'metadata', 'writer.lock'))) await sleep(20)
    const second = await cine(['ingest', MOVIES, '--lake', lake, '--json'])
    expect(second.exitCode).toBe(1)
    expect(second.json().error.code).toBe('LAKE_LOCKED')
    first.kill('SIGINT')
    const { exitCode, stdout } = await first
    expect(exitCode).toBe(130)
    expect(JSON.parse(stdout).error.code).toBe('CANCELLED')
    const third = await cine(['ingest', MOVIES, '--lake', lake, '--json'])
    expect(third.exitCode).toBe(0)
  })
})
