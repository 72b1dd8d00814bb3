import { mkdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Check } from '../../../src/pipeline/api.ts'
import { openDuck } from '../../../src/pipeline/duck/index.ts'
import { type LakeLayout, lakeLayout } from '../../../src/pipeline/lake/layout.ts'
import { type Manifest, newManifest } from '../../../src/pipeline/lake/manifest-schema.ts'
import { CURATED, TABLE_NAMES, type TableName } from '../../../src/pipeline/lake/schema.ts'
import { checkResult } from '../../../src/pipeline/quality/index.ts'
import { LIMITS, QUERY_RULES, ROW_RULES } from '../../../src/pipeline/quality/rules.ts'
import { tempLake } from '../../helpers/lake.ts'

const { signal } = new AbortController()

const table = { rows: 0, files: [], nulls: null }
const MANIFEST = newManifest({
  run_id: 'this',
  engine: 'local',
  published_at: '',
  republished_at: null,
  seconds: 1,
  n_rows: null,
  rules_version: '',
  fingerprint: '',
  tables: { films: table, reviews: table, people: table, rejects: table },
  inputs: [],
  balance: [],
  checks: [],
  compared_with: null,
})

/** Rows of a table: what is named, anything else as a good row has it. */
type Rows = Record<string, string>[]

const GOOD: Record<TableName, Record<string, string>> = {
  films: { film_id: "'f'", match_method: "'none'", sources: "['rt_movies']" },
  reviews: { review_id: "'r'", film_id: "'f'", origin: "'source'" },
  people: { person_id: "'p'", film_id: "'f'", name: "'Ann'", role: "'actor'" },
  rejects: { source: "'rt_movies'", path: "'raw/a.csv'", line: '2', reason: "'MISSING_KEY'" },
}

/** Writes a result that holds these rows, and one film when none are named. */
async function result(
  tables: Partial<Record<TableName, Rows>>,
): Promise<{ layout: LakeLayout; manifest: Manifest }> {
  const layout = lakeLayout(await tempLake())
  const manifest = structuredClone(MANIFEST)
  const duck = await openDuck({ threads: 1 })
  try {
    for (const name of TABLE_NAMES) {
      const rows = tables[name] ?? (name === 'films' ? [{}] : [])
      const select = (row: Record<string, string>) =>
        `SELECT ${CURATED[name].map((column) => `CAST(${row[column.name] ?? 'NULL'} AS ${column.type}) AS ${column.name}`).join(', ')}`
      const selects = rows.map((row) => select({ ...GOOD[name], ...row }))
      const path = `curated/${name}/run_id=this/part-0.parquet`
      await mkdir(dirname(join(layout.root, path)), { recursive: true })
      await duck.run(
        `COPY (${selects.join(' UNION ALL ') || `${select({})} LIMIT 0`}) TO $1 (FORMAT parquet)`,
        [join(layout.root, path)],
      )
      const file = { path, rows: rows.length, bytes: 0, sha256: '', mtime_ms: null }
      manifest.tables[name] = { rows: rows.length, files: [file], nulls: null }
    }
  } finally {
    duck.close()
  }
  const rejected = tables.rejects?.length ?? 0
  manifest.balance = [{ source: 'rt_movies', rows_in: 99, rows_out: 99 - rejected, rejected, merged: 0 }]
  return { layout, manifest }
}

async function check(
  tables: Partial<Record<TableName, Rows>>,
  before: Manifest | null = null,
): Promise<Check[]> {
  const { layout, manifest } = await result(tables)
  return (await checkResult(layout, manifest, before, signal)).checks
}

const codes = (checks: readonly Check[], level: Check['level']) =>
  checks.filter((each) => each.level === level).map((each) => each.code)

const BROKEN: [string, TableName, Rows][] = [
  ['FILM_ID_MISSING', 'films', [{ film_id: 'NULL' }]],
  ['FILM_ID_MISSING', 'films', [{ film_id: "''" }]],
  ['FILM_YEAR_RANGE', 'films', [{ year: '1799' }]],
  ['FILM_YEAR_RANGE', 'films', [{ year: '2201' }]],
  ['FILM_RUNTIME_RANGE', 'films', [{ runtime_minutes: '0' }]],
  ['FILM_AUDIENCE_SCORE_RANGE', 'films', [{ audience_score: '100.5' }]],
  ['FILM_AUDIENCE_SCORE_RANGE', 'films', [{ audience_score: "'NaN'::DOUBLE" }]],
  ['FILM_TOMATO_METER_RANGE', 'films', [{ tomato_meter: '-1' }]],
  ['FILM_IMDB_RATING_RANGE', 'films', [{ imdb_rating: '10.1' }]],
  ['FILM_METASCORE_RANGE', 'films', [{ metascore: '101' }]],
  ['FILM_MATCH_SCORE_RANGE', 'films', [{ match_score: '1.01' }]],
  ['FILM_VOTES_NEGATIVE', 'films', [{ imdb_votes: '-1' }]],
  ['FILM_BOX_OFFICE_NEGATIVE', 'films', [{ box_office_usd: '-1' }]],
  ['FILM_REVENUE_PER_MINUTE_NEGATIVE', 'films', [{ revenue_per_minute: "'inf'::DOUBLE" }]],
  ['FILM_ID_REPEATED', 'films', [{}, {}]],
  ['FILM_RT_ID_REPEATED', 'films', [{ rt_id: "'a'" }, { film_id: "'g'", rt_id: "'a'" }]],
  ['FILM_IMDB_ID_REPEATED', 'films', [{ imdb_id: "'a'" }, { film_id: "'g'", imdb_id: "'a'" }]],
  ['REVIEW_ID_MISSING', 'reviews', [{ review_id: 'NULL' }]],
  ['REVIEW_ID_REPEATED', 'reviews', [{}, {}]],
  ['REVIEW_SCORE_RANGE', 'reviews', [{ score_ratio: '1.0000001' }]],
  ['REVIEW_SENTIMENT_UNKNOWN', 'reviews', [{ sentiment: "'POSITIVE'" }]],
  ['REVIEW_ORPHAN_UNEXPLAINED', 'reviews', [{ film_id: 'NULL' }]],
  ['REVIEW_ORPHAN_UNEXPLAINED', 'reviews', [{ orphan_reason: "'film_unknown'" }]],
  ['REVIEW_FILM_MISSING', 'reviews', [{ film_id: "'g'" }]],
  ['PERSON_ID_MISSING', 'people', [{ person_id: 'NULL' }]],
  ['PERSON_NAME_MISSING', 'people', [{ name: 'NULL' }]],
  ['PERSON_FILM_ID_MISSING', 'people', [{ film_id: 'NULL' }]],
  ['PERSON_ROLE_UNKNOWN', 'people', [{ role: "'gaffer'" }]],
  ['PERSON_FILM_MISSING', 'people', [{ film_id: "'g'" }]],
  ['PERSON_REPEATED', 'people', [{}, {}]],
  ['REJECT_REASON_MISSING', 'rejects', [{ reason: 'NULL' }]],
  ['REJECT_LINE_MISSING', 'rejects', [{ line: 'NULL' }]],
]

describe('errors', () => {
  it('a sound result has none', async () => {
    const checks = await check({ reviews: [{ score_ratio: '1', sentiment: "'positive'" }], people: [{}] })
    expect(checks.filter((each) => each.level !== 'ok')).toEqual([])
    expect(checks.every((each) => /^(No|Every|The|0\.0 %) .+\.$/.test(each.message))).toBe(true)
  })

  it.each(BROKEN)('%s in %s %j', async (code, table, rows) => {
    const checks = await check({ [table]: rows })
    expect(codes(checks, 'error')).toEqual([code])
    expect(checks.find((each) => each.code === code)).toMatchObject({ table, value: 1 })
  })

  it('every rule that can be broken is in the list above', () => {
    const errors = [...ROW_RULES, ...QUERY_RULES].filter((rule) => rule.level === 'error')
    expect(new Set(BROKEN.map(([code]) => code))).toEqual(new Set(errors.map((rule) => rule.code)))
  })

  it('what was counted on the way is compared with what is there', async () => {
    const { layout, manifest: said } = await result({})
    said.tables.films.rows = 2
    said.balance = [{ source: 'rt_movies', rows_in: 9, rows_out: 5, rejected: 3, merged: 0 }]
    const { checks } = await checkResult(layout, said, null, signal)
    expect(codes(checks, 'error')).toEqual(['TABLE_ROWS', 'BALANCE', 'REJECTS_LISTED'])
  })
})

it('docs/quality.md lists every check, and no other', async () => {
  const page = await readFile(join(import.meta.dirname, '../../../docs/quality.md'), 'utf8')
  const listed = page
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .flatMap((line) => [...(line.split('|')[1] ?? '').matchAll(/`(\w+)`/g)].map(([, code]) => code))
  const { layout, manifest } = await result({})
  const { checks } = await checkResult(layout, manifest, manifest, signal)
  expect(listed.sort()).toEqual([...new Set([...checks.map(({ code }) => code), 'NULL_SHARE_JUMPED'])].sort())
})

describe('warnings', () => {
  const many = (n: number, row: (index: number) => Record<string, string>): Rows =>
    Array.from({ length: n }, (_, index) => ({ film_id: `'f${index}'`, ...row(index) }))
  const earlier = (rows: number, nulls: Record<string, number>, n_rows: number | null = null): Manifest => {
    const before = structuredClone(MANIFEST)
    Object.assign(before, { run_id: 'earlier', n_rows })
    before.tables.films = { rows, nulls, files: [] }
    return before
  }

  it('unlikely values are noted, not refused', async () => {
    const checks = await check({ films: [{ runtime_minutes: '51420', year: '1850' }] })
    expect(codes(checks, 'error')).toEqual([])
    expect(codes(checks, 'warning')).toEqual(['FILM_RUNTIME_UNLIKELY', 'FILM_YEAR_UNLIKELY'])
  })

  it('a column that lacks much more than in the run before', async () => {
    const films = many(
      100,
      (index): Record<string, string> => (index < 30 ? {} : { title: "'A'", year: '2000' }),
    )
    const warned = async (nulls: Record<string, number>) =>
      (await check({ films }, earlier(100, nulls))).filter((each) => each.code === 'NULL_SHARE_JUMPED')
    expect(await warned({ title: 19, year: 21 })).toMatchObject([
      { level: 'warning', table: 'films', column: 'title', value: expect.closeTo(0.11) },
    ])
    expect(await warned({ title: 30, year: 100 })).toEqual([])
  })

  it('a table that lost many of its rows', async () => {
    const films = many(50, () => ({}))
    expect(codes(await check({ films }, earlier(100, {})), 'warning')).toEqual(['ROWS_LOST'])
    expect(codes(await check({ films }, earlier(55, {})), 'warning')).toEqual([])
    // One that read a part of its files says nothing of the other.
    expect(codes(await check({ films }, earlier(100, {}, 100)), 'warning')).toEqual([])
  })

  it('many rejects, many orphans', async () => {
    const reviews = Array.from({ length: 20 }, (_, index) => ({
      review_id: `'r${index}'`,
      ...(index < 5 ? { film_id: 'NULL', orphan_reason: "'film_unknown'" } : {}),
    }))
    expect(codes(await check({ reviews }), 'warning')).toEqual(['REVIEW_ORPHAN_SHARE'])
    expect(LIMITS.orphans).toBeLessThan(5 / 20)
  })
})
