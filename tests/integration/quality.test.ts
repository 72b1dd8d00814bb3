import { cp, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { openDuck } from '../../src/pipeline/duck/index.ts'
import { type Engine, openEngine } from '../../src/pipeline/engine.ts'
import { type RunOptions, runTransform } from '../../src/pipeline/engines/run.ts'
import { type LakeLayout, lakeLayout } from '../../src/pipeline/lake/layout.ts'
import { withWriterLock } from '../../src/pipeline/lake/lock.ts'
import { readCurrent } from '../../src/pipeline/lake/manifest.ts'
import { tableFolder } from '../../src/pipeline/lake/run-folders.ts'
import { cine } from '../helpers/cine.ts'
import { tempLake } from '../helpers/lake.ts'
import { lakeOf, land, run } from '../helpers/run.ts'
import { sharedData } from '../helpers/shared-data.ts'

const RT = 'id,title,audienceScore,tomatoMeter,releaseDateTheaters,runtimeMinutes,genre,director,boxOffice\n'
const IMDB = 'Title,Year,imdbRating,imdbID,Runtime,Genre,Director,Actors,BoxOffice,tomatoURL,Ratings.Source\n'

async function engineOf(layout: LakeLayout): Promise<Engine> {
  const engine = await openEngine({ lake: layout.root })
  onTestFinished(() => engine.close())
  return engine
}

describe('the report of a run', () => {
  let layout: LakeLayout
  let engine: Engine
  beforeEach(async () => {
    layout = await lakeOf({
      'm.csv': `${RT}a,A,10,20,2001-01-01,100,Drama,Ann,$1M\nb,B,,,,,,Bo,\n,No key,,,,,,,\ntoo,few\nand,too,few\n`,
      'i.csv': `${IMDB}A,2001,7,tt0000001,100 min,Drama,Ann,Cy,N/A,http://www.rottentomatoes.com/m/a,\n`,
    })
    await run(layout)
    engine = await engineOf(layout)
  })

  it('has the balance, the gaps, the matches and the rejects', async () => {
    const report = await engine.request('quality.get', {})
    expect(report).toMatchObject({
      compared_with: null,
      balance: [
        { source: 'imdb_kaggle', rows_in: 1, rows_out: 1 },
        { source: 'rt_movies', rows_in: 5, rows_out: 2, rejected: 3 },
      ],
      matching: {
        methods: [
          { method: 'none', films: 1, mean_score: null },
          { method: 'url', films: 1, mean_score: 1 },
        ],
        ambiguous: { total: 0, settled: 0, rows: [] },
      },
      rejects: {
        total: 3,
        by_reason: [
          { source: 'rt_movies', reason: 'COLUMN_COUNT', rows: 2 },
          { source: 'rt_movies', reason: 'MISSING_KEY', rows: 1 },
        ],
      },
    })
    expect(report.rejects.rows.map(({ file, line, reason, raw }) => [file, line, reason, raw])).toEqual([
      ['m.csv', 4, 'MISSING_KEY', ',No key,,,,,,,'],
      ['m.csv', 5, 'COLUMN_COUNT', 'too,few'],
      ['m.csv', 6, 'COLUMN_COUNT', 'and,too,few'],
    ])
    const films = report.completeness.find((each) => each.table === 'films')
    const column = (name: string) => films?.columns.find((each) => each.column === name)
    expect(films?.rows).toBe(2)
    expect(column('audience_score')).toEqual({
      column: 'audience_score',
      nulls: 1,
      share: 0.5,
      previous_share: null,
    })
    // Lists too: a film without genres has none, which is not an empty list.
    expect([column('genres')?.nulls, column('actors')?.nulls, column('film_id')?.nulls]).toEqual([1, 1, 0])
  })

  it('pages and filters the rejects', async () => {
    const page = await engine.request('quality.get', { reason: 'COLUMN_COUNT', limit: 1, offset: 1 })
    expect(page.rejects).toMatchObject({ total: 2, rows: [{ line: 6 }] })
    expect((await engine.request('quality.get', { source: 'imdb_kaggle' })).rejects).toMatchObject({
      total: 0,
      rows: [],
    })
    expect((await engine.request('quality.get', { reason: "x' OR 1=1 --" })).rejects.total).toBe(0)
  })

  it('compares with the run before', async () => {
    const { run_id } = await run(layout, { force: true })
    const report = await engine.request('quality.get', { run: run_id })
    expect(report.compared_with).not.toBeNull()
    const scores = report.completeness[0]?.columns.find((each) => each.column === 'audience_score')
    expect(scores).toMatchObject({ share: 0.5, previous_share: 0.5 })
  })

  it('lists the pairs that a run could not tell apart, when it noted any', async () => {
    const { run_id } = await run(layout, { force: true })
    const duck = await openDuck({ threads: 1 })
    await duck.run(
      `COPY (SELECT 'rt_id' AS source, 'a' AS film, 'tt' || i AS candidate, 'A' AS title, 'A' AS candidate_title,
         2001 AS year, 2001 AS candidate_year, 0.9 AS score, 'several_candidates' AS reason
       FROM range(3) AS t(i)) TO $1 (FORMAT parquet)`,
      [join(layout.runs, run_id, 'ambiguous.parquet')],
    )
    duck.close()
    const { total, settled, rows } = (await engine.request('quality.get', { limit: 2 })).matching.ambiguous
    expect([total, settled]).toEqual([3, 0])
    expect(rows).toMatchObject([
      { film: 'a', candidate: 'tt0', decision: null },
      { film: 'a', candidate: 'tt1', decision: null },
    ])
  })

  it('is told by the command, as JSON and in words', async () => {
    const json = await cine(['quality', '--lake', layout.root, '--limit', '1', '--json'])
    expect(json.exitCode).toBe(0)
    expect(json.json().rejects).toMatchObject({ total: 3, rows: [{ line: 4 }] })
    const { stdout } = await cine(['quality', '--lake', layout.root])
    expect(stdout).toMatch(/rt_movies +5 +2 +3 +0/)
    expect(stdout).toMatch(/audience_score +1 +50\.0 % +–/)
    expect(stdout).toMatch(/raw\/rt_movies\/.*m\.csv +4 +MISSING_KEY/)
    expect((await cine(['quality', '--lake', await tempLake(), '--json'])).exitCode).toBe(3)
  })
})

it('of a run of the first version of the studio, what was not noted is found out', async () => {
  const layout = lakeLayout(join(await tempLake(), 'lake'))
  await cp(join(import.meta.dirname, '../fixtures/lake-v1'), layout.root, { recursive: true })
  const report = await (await engineOf(layout)).request('quality.get', {})
  expect(report.checks.length).toBeGreaterThan(30)
  expect(report.checks.every((each) => each.level === 'ok')).toBe(true)
  expect(report.completeness[0]?.columns.find((each) => each.column === 'title')?.nulls).toBe(1)
})

it('real files: every check holds, and the warnings of a run are told by `cine etl`', async () => {
  const layout = lakeLayout(join(await tempLake(), 'lake'))
  await land(layout, [
    sharedData('clapper', 'Movies_2000.csv.gz'),
    sharedData('clapper', 'Reviews_2000.csv.gz'),
  ])
  const first = await cine(['etl', '--lake', layout.root, '--json'])
  expect(first.json().warnings).toEqual([])
  // The reviews of other films: most of them have no film here.
  const more = join(layout.root, '..', 'more.csv')
  const rows = Array.from(
    { length: 900 },
    (_, index) => `gone_${index},${index},Ann,3/5,Fine,POSITIVE,2001-01-02`,
  )
  await writeFile(
    more,
    `id,reviewId,criticName,originalScore,reviewText,scoreSentiment,creationDate\n${rows.join('\n')}\n`,
  )
  await land(layout, [more])
  const { stdout } = await cine(['etl', '--lake', layout.root])
  expect(stdout).toMatch(/Warning: 3\d\.\d % of the reviews are of films that are not there\./)
  const list = await cine(['runs', 'list', '--lake', layout.root, '--json'])
  expect(list.json().runs.map((each: { warnings: number }) => each.warnings > 0)).toEqual([true, false])
})

it('a result that is not sound is not published: the run before stays, and the record says why', async () => {
  const layout = await lakeOf({ 'm.csv': `${RT}a,A,10,20,2001-01-01,100,Drama,Ann,$1M\n` })
  const { run_id } = await run(layout)
  const good = await readCurrent(layout)
  const options: RunOptions = {
    verb: 'etl',
    force: true,
    signal: new AbortController().signal,
    onStep: () => {},
  }
  // A transform with a defect: its tables are those of the run before, but every film is there twice.
  const broken = withWriterLock(layout, 'etl', () =>
    runTransform(layout, options, {
      engine: 'local',
      rules_version: 'broken',
      layouts: {},
      fingerprint: 'broken',
      work: async (next) => {
        const tables = structuredClone(good?.tables)
        if (!tables) throw new Error('Nothing is published.')
        const duck = await openDuck({ threads: 1 })
        for (const [name, table] of Object.entries(tables)) {
          const [file] = table.files
          if (!file) continue
          const path = file.path.replace(run_id, next.run_id)
          await cp(join(layout.root, file.path, '..'), tableFolder(layout, name, next.run_id), {
            recursive: true,
          })
          if (name === 'films') {
            const source = join(layout.root, file.path)
            await duck.run(
              `COPY (SELECT unnest([film, film], max_depth := 2) FROM read_parquet($1) AS film) TO $2 (FORMAT parquet)`,
              [source, join(layout.root, path)],
            )
            table.rows *= 2
          }
          Object.assign(file, { path, mtime_ms: null })
        }
        duck.close()
        return { tables, balance: good?.balance ?? [], inputs: good?.inputs ?? [], prepared_before: [] }
      },
    }),
  )
  await expect(broken).rejects.toMatchObject({
    code: 'CHECKS_FAILED',
    details: { checks: [{ code: 'FILM_ID_REPEATED' }, { code: 'FILM_RT_ID_REPEATED' }] },
  })
  expect((await readCurrent(layout))?.run_id).toBe(run_id)
  expect(await readdir(join(layout.curated, 'films'))).toEqual([`run_id=${run_id}`])
  const [failed] = (await readdir(layout.runs)).filter((name) => name !== run_id)
  const record = JSON.parse(await readFile(join(layout.runs, failed ?? '', 'run.json'), 'utf8'))
  expect(record).toMatchObject({ state: 'failed', manifest: null, error: { code: 'CHECKS_FAILED' } })
  const engine = await engineOf(layout)
  const detail = await engine.request('runs.show', { run: failed ?? '' })
  expect(detail.checks.filter((each) => each.level === 'error')).toHaveLength(2)
})
