import { existsSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { landFiles } from '../../../src/pipeline/ingest/index.ts'
import { lakeLayout } from '../../../src/pipeline/lake/layout.ts'
import { withWriterLock } from '../../../src/pipeline/lake/lock.ts'
import { tempLake } from '../../helpers/lake.ts'
import { engineOn } from '../../helpers/open-run.ts'
import { publishedLake } from '../../helpers/published-lake.ts'

const FILMS = [
  { film_id: 'a', title: 'A', year: 1990, genres: ['Drama', 'War'], box_office_usd: 9_007_199_254_740_992 },
  { film_id: 'b', title: 'B', year: 1991, box_office_usd: 5 },
]

/** Asks the engine on a lake; resolves to its answer or to the error's code and message. */
async function asker(lake = publishedLake({ films: FILMS })) {
  const layout = await lake
  const engine = await engineOn(layout)
  const ask = (sql: string, limit?: number, signal?: AbortSignal) =>
    engine.request('sql.query', { sql, ...(limit === undefined ? {} : { limit }) }, signal ? { signal } : {})
  const refused = (sql: string) =>
    ask(sql).then(
      (answer) => ({ code: 'ANSWERED', message: JSON.stringify(answer), hint: '', details: {} }),
      (error) => error,
    )
  const historyRows = async () =>
    (await engine.request('sql.schema', {})).tables.find(({ name }) => name === 'ingestions')?.rows
  return { layout, ask, refused, historyRows }
}

describe('answers', () => {
  it('name columns and types, and say whether rows were left out', async () => {
    const { ask } = await asker()
    expect(await ask('SELECT film_id, year FROM films ORDER BY year', 2)).toEqual({
      columns: [
        { name: 'film_id', type: 'VARCHAR' },
        { name: 'year', type: 'INTEGER' },
      ],
      rows: [
        { film_id: 'a', year: 1990 },
        { film_id: 'b', year: 1991 },
      ],
      truncated: false,
    })
    expect(await ask('FROM films SELECT film_id ORDER BY 1', 1)).toMatchObject({
      rows: [{ film_id: 'a' }],
      truncated: true,
    })
    expect(await ask('SELECT * FROM range(100000)', 50_000)).toMatchObject({ truncated: true })
    expect((await ask("SELECT 1e400::DOUBLE AS i, -1e400 AS j, 'x:Infinity' AS t")).rows).toEqual([
      { i: 'Infinity', j: '-Infinity', t: 'x:Infinity' },
    ])
    expect(await ask('SELECT film_id FROM films WHERE false')).toEqual({
      columns: [{ name: 'film_id', type: 'VARCHAR' }],
      rows: [],
      truncated: false,
    })
  })

  it('are what JSON can carry, whatever the type', async () => {
    const { ask } = await asker()
    const { columns, rows } = await ask(`SELECT 170141183460469231731687303715884105727::HUGEINT AS huge,
      box_office_usd AS big, 1.25::DECIMAL(5, 2) AS exact, DATE '2020-02-03' AS day, INTERVAL 1 DAY AS span,
      'ab'::BLOB AS bytes, 'NaN'::DOUBLE AS nan, genres, {'k': [1]} AS struct, 1 AS same, 2 AS same,
      3 AS "__proto__", TIMESTAMP '2020-01-01 00:00:00' AS moment
      FROM films WHERE film_id = 'a'`)
    expect(JSON.parse(JSON.stringify(rows))).toEqual([
      {
        huge: '170141183460469231731687303715884105727',
        big: '9007199254740992',
        exact: 1.25,
        day: '2020-02-03',
        span: expect.anything(),
        bytes: expect.any(String),
        nan: 'NaN',
        genres: ['Drama', 'War'],
        struct: { k: [1] },
        same: 1,
        'same:1': 2,
        ['__proto__']: 3,
        moment: '2020-01-01T00:00:00.000Z',
      },
    ])
    expect(columns.map(({ type }) => type).slice(0, 4)).toEqual(['HUGEINT', 'BIGINT', 'DECIMAL(5,2)', 'DATE'])
    expect(await ask('SELECT * FROM test_all_types()')).toMatchObject({ truncated: false })
  })

  it('may describe and summarise', async () => {
    const { ask } = await asker()
    expect((await ask('DESCRIBE films')).rows.map((row) => row.column_name)).toContain('tomato_meter')
    expect((await ask('SUMMARIZE SELECT year FROM films')).rows).toMatchObject([{ min: '1990', max: '1991' }])
    expect(
      (await ask('WITH old AS (FROM films WHERE year < 1991) SELECT count(*) AS n FROM old;')).rows,
    ).toEqual([{ n: 1 }])
  })
})

describe('mistakes', () => {
  it.each([
    ['SELEC 1', /^Parser Error: .*SELEC/],
    ['SELECT nothing FROM films', /"nothing"/],
    ['SELECT * FROM nothing', /nothing/],
    ["SELECT CAST('x' AS INTEGER)", /Could not convert/],
    ['SELECT $1', /parameters/],
    ['SELECT 1 \0; DROP VIEW films', /NUL/],
    [`SELECT ${'('.repeat(100_000)}1${')'.repeat(100_000)}`, /memory exhausted|depth/],
  ])('%.40s is told in DuckDB’s words', async (sql, message) => {
    const { refused } = await asker()
    expect(await refused(sql)).toMatchObject({
      code: 'SQL_ERROR',
      message: expect.stringMatching(message),
      hint: expect.stringContaining('films, reviews, people, rejects'),
    })
  })

  it('an answer that is cancelled ends at once', async () => {
    const { ask } = await asker()
    const controller = new AbortController()
    const started = performance.now()
    const endless = ask(
      'SELECT count(*) FROM range(1000000000) a, range(1000) b WHERE hash(a.range) = b.range',
      5,
      controller.signal,
    )
    setTimeout(() => controller.abort(), 200)
    await expect(endless).rejects.toMatchObject({ code: 'CANCELLED' })
    expect(performance.now() - started).toBeLessThan(5000)
  })
})

describe('what is refused', () => {
  it.each([
    'DROP VIEW films',
    'CREATE TABLE x (a INTEGER)',
    'CREATE TEMP TABLE x AS SELECT 1',
    'CREATE MACRO m() AS 1',
    "INSERT INTO films (film_id) VALUES ('x')",
    "UPDATE films SET title = 'x'",
    'DELETE FROM films',
    'SET threads = 1',
    'RESET lock_configuration',
    'SET VARIABLE films_files = 1',
    'PRAGMA database_list',
    'PRAGMA enable_external_access',
    'CALL pragma_version()',
    'BEGIN',
    'CHECKPOINT',
    'VACUUM',
    'USE memory',
    'LOAD httpfs',
    'INSTALL httpfs',
    'EXPLAIN ANALYZE SELECT 1',
    'PREPARE p AS SELECT 1',
    'SELECT 1; SELECT 2',
    'SELECT 1; DROP VIEW films',
    '-- nothing',
    ';',
    ' ',
    "SELECT * FROM enable_logging(storage = 'stdout')",
    'SELECT (SELECT count(*) FROM system.main.enable_logging())',
    'WITH x AS (FROM "ENABLE_PROFILING"()) FROM x',
    "SELECT * FROM query('SELECT 1')",
    "SELECT * FROM json_execute_serialized_sql(json_serialize_sql('SELECT 1'))",
    'SELECT * FROM force_checkpoint()',
    'SELECT sleep_ms(100000)',
  ])('%s', async (sql) => {
    const { ask, refused } = await asker()
    expect(await refused(sql)).toMatchObject({ code: 'SQL_NOT_ALLOWED' })
    expect((await ask('SELECT count(*) AS n FROM films')).rows).toEqual([{ n: 2 }])
  })

  it.each([
    "SELECT * FROM '/etc/passwd'",
    'SELECT * FROM "/etc/passwd"',
    "SELECT content FROM read_text('/etc/passwd')",
    "SELECT * FROM read_csv(['/etc/passwd'], columns = {'line': 'VARCHAR'}, sep = '\\n')",
    "SELECT * FROM read_blob('/proc/self/environ')",
    "SELECT * FROM read_json('/etc/passwd')",
    "SELECT * FROM sniff_csv('/etc/passwd')",
    "SELECT * FROM parquet_metadata('/etc/passwd')",
    "SELECT * FROM glob('/etc/*')",
    "SELECT * FROM read_duckdb('/tmp/other.db')",
    "SELECT * FROM 'https://example.com/x.parquet'",
    "SELECT * FROM read_parquet('s3://bucket/x.parquet')",
    'SELECT * FROM duckdb_secrets()',
    "SELECT * FROM which_secret('s3://bucket/x', 's3')",
    "SELECT * FROM query_table('/etc/passwd')",
    "SELECT * FROM read_csv('/dev/stdin')",
    "SELECT * FROM parquet_bloom_probe('/etc/passwd', 'a', 1)",
    "WITH x AS (SELECT (SELECT content FROM read_text('/etc/passwd'))) FROM x",
  ])('no other file: %s', async (sql) => {
    const { refused } = await asker()
    expect(await refused(sql)).toMatchObject({ code: 'SQL_NOT_ALLOWED' })
  })

  it('no file is named by completion, no variable of the environment is told', async () => {
    const { ask, refused } = await asker()
    const completed = await ask("SELECT * FROM sql_auto_complete('SELECT * FROM ''/etc/pass')")
    expect(JSON.stringify(completed.rows)).not.toContain('passwd')
    expect(await refused("SELECT getenv('HOME')")).toMatchObject({ code: 'SQL_ERROR' })
  })

  it('the database itself is closed, whatever gets past the check of the statement', async () => {
    const { ask } = await asker()
    const names = [
      'enable_external_access',
      'allow_community_extensions',
      'autoinstall_known_extensions',
      'autoload_known_extensions',
      'lock_configuration',
    ]
    const settings = names.map((name) => `current_setting('${name}') AS ${name}`).join(', ')
    expect((await ask(`SELECT ${settings}`)).rows).toEqual([
      { ...Object.fromEntries(names.map((name) => [name, false])), lock_configuration: true },
    ])
    // Files of the lake as they are, and no folder: what could be written into, or listed.
    const [{ paths, directories }] = (
      await ask(
        "SELECT current_setting('allowed_paths') AS paths, current_setting('allowed_directories') AS directories",
      )
    ).rows as [{ paths: string[]; directories: string[] }]
    expect(directories).toEqual([])
    expect(paths.length).toBeGreaterThan(0)
    for (const path of paths) expect(path).toMatch(/\.parquet$/)
  })

  it('nothing else of the lake, by name or by pattern, and nothing is written', async () => {
    const { layout, ask, refused } = await asker()
    for (const read of [`read_text('${layout.current}')`, `read_parquet('${layout.curated}/*/*/*.parquet')`])
      expect(await refused(`SELECT * FROM ${read}`), read).toMatchObject({ code: 'SQL_NOT_ALLOWED' })
    const out = join(layout.root, 'out.csv')
    for (const write of [`COPY films TO '${out}'`, `ATTACH '${out}'`, `EXPORT DATABASE '${out}'`])
      expect(await refused(write), write).toMatchObject({ code: 'SQL_NOT_ALLOWED' })
    expect(existsSync(out)).toBe(false)
    // What it may read, it may read by its path too: the same rows.
    const path = (await ask("SELECT getvariable('films_files')[1] AS path")).rows[0]?.path
    expect((await ask(`SELECT count(*) AS n FROM '${path}'`)).rows).toEqual([{ n: 2 }])
  })
})

describe('a lake', () => {
  const movies = 'id,title,audienceScore,tomatoMeter\na,A,1,2\n'

  it('without a published run has its history, and says that nothing is published', async () => {
    const layout = lakeLayout(await tempLake())
    const file = join(layout.root, 'm.csv')
    await writeFile(file, movies)
    await withWriterLock(layout, 'test', () => landFiles(layout, [{ path: file }], {}))
    const { ask, refused, historyRows } = await asker(Promise.resolve(layout))
    expect(await historyRows()).toBe(1)
    expect((await ask('SELECT source, status, rows FROM ingestions')).rows).toEqual([
      { source: 'rt_movies', status: 'completed', rows: 1 },
    ])
    for (const sql of [
      'SELECT * FROM films',
      'SELECT * FROM Reviews',
      'SELECT count(*) FROM people, ingestions',
      'DESCRIBE rejects',
    ])
      expect(await refused(sql), sql).toMatchObject({ code: 'NOTHING_PUBLISHED' })
    expect(await refused('SELECT * FROM nothing')).toMatchObject({ code: 'SQL_ERROR' })
    expect((await ask('SELECT 1 AS one')).rows).toEqual([{ one: 1 }])
  })

  it('without a history has an empty one', async () => {
    const { layout, ask } = await asker()
    await rm(layout.metadata, { recursive: true, force: true })
    const { columns, rows } = await ask('SELECT * FROM ingestions')
    expect(rows).toEqual([])
    expect(columns).toHaveLength(12)
    expect(columns.at(-1)).toEqual({ name: 'finished_at', type: 'TIMESTAMP WITH TIME ZONE' })
  })

  it('whose history is damaged is read all the same, and says so to who asks for it', async () => {
    const { layout, ask, refused, historyRows } = await asker()
    await mkdir(layout.metadata, { recursive: true })
    await writeFile(layout.ingestions, 'PAR1 but for the rest')
    expect((await ask('SELECT count(*) AS n FROM films')).rows).toEqual([{ n: 2 }])
    expect(await refused('SELECT * FROM ingestions')).toMatchObject({ code: 'HISTORY_DAMAGED' })
    expect(await historyRows()).toBeNull()
  })

  it('that is not there at all says that nothing is published', async () => {
    const { ask, refused } = await asker(Promise.resolve(lakeLayout('/nonexistent/lake')))
    expect(await refused('FROM films')).toMatchObject({ code: 'NOTHING_PUBLISHED' })
    expect((await ask('SELECT * FROM ingestions')).rows).toEqual([])
  })

  it.each([["it's a [lake] *?"], ['lac d’été “œuvre”']])('may be called %s', async (name) => {
    const folder = await tempLake()
    const layout = lakeLayout(join(folder, name))
    const file = join(folder, 'm.csv')
    await writeFile(file, movies)
    const engine = await engineOn(layout)
    await engine.request('pipeline.run', { files: [{ path: file }] })
    const { rows } = await engine.request('sql.query', { sql: 'SELECT title FROM films' })
    expect(rows).toEqual([{ title: 'A' }])
    expect(await engine.request('films.page', { search: 'a' })).toMatchObject({ total: 1 })
    expect(await engine.request('reviews.page', {})).toMatchObject({ total: 0 })
  })
})
