import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { list, openDuck } from '../../src/pipeline/duck/index.ts'
import { sparkConf } from '../../src/pipeline/engines/spark/conf.ts'
import { submitJob } from '../../src/pipeline/engines/spark/submit.ts'
import { sparkDialect } from '../../src/pipeline/transform/index.ts'
import { localSpark, sparkSkipReason } from '../helpers/spark.ts'
import { cases } from '../unit/transform/rule-cases.ts'

const reason = sparkSkipReason()
const PATIENCE_MS = 600_000

/** What DuckDB is asked in rules.test.ts, asked of Spark: each rule has two renderings and one result. */
describe.skipIf(reason)(`the rules in Spark${reason ? ` (${reason})` : ''}`, { timeout: PATIENCE_MS }, () => {
  let root = ''
  /** The results of each rule, as JSON, by the place of their value. */
  const said: Record<string, Map<number, string>> = {}

  beforeAll(async () => {
    if (reason) return
    root = await mkdtemp(join(tmpdir(), 'cine-spark-rules-'))
    await mkdir(join(root, 'scratch'))
    const plan = join(root, 'plan.json')
    await writeFile(plan, JSON.stringify(planOf(root)))
    const spark = await localSpark()
    const { program, env } = spark.launcher
    const warehouse = { 'spark.sql.warehouse.dir': pathToFileURL(join(root, 'warehouse')).href }
    const submit = { ...spark, program, env, conf: sparkConf(1_000_000, spark.master, warehouse) }
    const options = {
      signal: new AbortController().signal,
      onMessage: () => {},
      onLog: () => {},
    }
    await submitJob(submit, [pathToFileURL(plan).href], options)
    for (const [place, name] of Object.keys(cases).entries()) said[name] = await read(join(root, `o${place}`))
  }, PATIENCE_MS)
  afterAll(async () => {
    if (root) await rm(root, { recursive: true, force: true })
  })

  describe.each(Object.entries(cases))('%s', (name, { values }) => {
    test.each(values.map(([value, expected], place) => ({ value, expected, place })))(
      '$value is $expected',
      ({ expected, place }) => {
        const result = JSON.parse(said[name]?.get(place) ?? 'null').value ?? null
        if (typeof expected === 'number') expect(result).toBeCloseTo(expected, 12)
        else expect(result).toEqual(expected)
      },
    )
  })
})

function planOf(root: string) {
  const d = sparkDialect()
  const uri = (name: string) => pathToFileURL(join(root, name)).href
  const outputs = Object.values(cases).map(({ rule, values }, place) => {
    const each = values.map(
      ([value], at) => `(${at}, ${value === null ? d.nullOf('VARCHAR') : d.literal(value)})`,
    )
    const layers = [rule]
      .flat()
      .reduce(
        (from, layer) => `SELECT place, ${layer(d, 'value')} AS value FROM (${from}) AS layer`,
        `SELECT * FROM VALUES ${each.join(', ')} AS given(place, value)`,
      )
    const sql = `SELECT place, to_json(named_struct('value', value)) AS said FROM (${layers}) AS asked`
    return { name: `o${place}`, sql, uri: uri(`o${place}`) }
  })
  const none = { inputs: [], statements: [], records: {}, checked_after: null, counts: [], result_uri: null }
  return { ...none, outputs, scratch_uri: uri('scratch') }
}

async function read(folder: string): Promise<Map<number, string>> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.parquet'))
  const duck = await openDuck({ threads: 1 })
  try {
    const rows = await duck.query<{ place: number; said: string }>('SELECT * FROM read_parquet($1)', [
      list(names.map((name) => join(folder, name))),
    ])
    return new Map(rows.map(({ place, said }) => [place, said]))
  } finally {
    duck.close()
  }
}
