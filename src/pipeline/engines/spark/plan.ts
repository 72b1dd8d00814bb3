import { CURATED, type TableName } from '../../lake/schema.ts'
import { fieldIndexes, type SourceSpec, sourceById } from '../../sources/index.ts'
import {
  rawColumns,
  rawTable,
  recordsOf,
  rowsOut,
  sparkDialect,
  transformStatements,
  typedSelect,
} from '../../transform/index.ts'
import type { Input } from '../local/inputs.ts'
import { NOTE_NAMES } from '../local/write-tables.ts'
import type { Landed } from '../over-landed.ts'
import type { SparkPlace } from './place.ts'

/** What `resources/spark/spark_transform.py` is told: see its documentation. */
export interface SparkPlan {
  inputs: {
    view: string
    source: string
    landing: number
    name: string
    uri: string
    delimiter: string
    columns: readonly string[]
    fields: { column: string; index: number | null }[]
    /** A record may go over several lines: the file cannot be read in pieces. */
    multiline: boolean
    limit: number | null
    rows: number
  }[]
  statements: { name: string; sql: string }[]
  /** The table of records of each source; their rows are counted after the statement `checked_after`. */
  records: Record<string, string>
  checked_after: string | null
  counts: { name: string; sql: string }[]
  outputs: { name: string; sql: string; uri: string }[]
  scratch_uri: string
  /** Where the result is written as well; null when this machine sees what the driver says. */
  result_uri: string | null
  /** Where the driver writes what it is at, over and over; null when it is heard. */
  progress_uri: string | null
}

/** An input, and what only Spark must know of it. */
export interface SparkInput extends Input {
  /** Its address. */
  uri: string
  /** A record may go over several lines. */
  multiline: boolean
}

/** The tables that Spark writes: rejects are told by the scanner, before it. */
export const SPARK_TABLES = ['films', 'reviews', 'people'] as const satisfies readonly TableName[]

/** The whole run as Spark does it: the statements of the transform, in Spark's own SQL. `isElsewhere`: nobody hears its driver. */
export function sparkPlan(
  inputs: readonly SparkInput[],
  { specs, decisions }: Pick<Landed, 'specs' | 'decisions'>,
  place: Pick<SparkPlace, 'output' | 'scratch' | 'resultUri' | 'progressUri'>,
  isElsewhere: boolean,
): SparkPlan {
  const d = sparkDialect()
  const typed = specs.map((spec) => ({
    name: recordsOf(spec),
    sql: d.createTable(recordsOf(spec), typedSelect(d, spec)),
  }))
  return {
    inputs: inputs.map((input, landing) => asInput(input, landing, specs)),
    statements: [...typed, ...transformStatements(d, specs, decisions)],
    records: Object.fromEntries(specs.map((spec) => [spec.id, recordsOf(spec)])),
    checked_after: typed.at(-1)?.name ?? null,
    counts: specs.flatMap((spec) => [
      { name: `rows_out ${spec.id}`, sql: rowsOut(spec) },
      {
        name: `merged ${spec.id}`,
        sql: `SELECT coalesce(sum(records), 0) AS rows FROM merged WHERE source = ${d.literal(spec.id)}`,
      },
    ]),
    outputs: [
      ...SPARK_TABLES.map((table) => ({
        name: table,
        // Files of a like size, whatever number of partitions they come from.
        sql: `SELECT /*+ REBALANCE */ ${columnsOf(table)} FROM ${table}`,
        uri: place.output(table),
      })),
      ...NOTE_NAMES.map((name) => ({
        name,
        sql: `SELECT /*+ REBALANCE */ * FROM ${name}`,
        uri: place.output(name),
      })),
    ],
    scratch_uri: place.scratch,
    result_uri: place.resultUri,
    progress_uri: isElsewhere ? place.progressUri : null,
  }
}

function columnsOf(table: TableName): string {
  const d = sparkDialect()
  return CURATED[table].map(({ name, type }) => `CAST(${name} AS ${d.type(type)}) AS ${name}`).join(', ')
}

function asInput(
  input: SparkInput,
  landing: number,
  specs: readonly SourceSpec[],
): SparkPlan['inputs'][number] {
  const { landed, delimiter, good } = input
  const limited = good < landed.rows - landed.rejected
  const spec = sourceById(landed.source, specs)
  const indexes = fieldIndexes(spec, landed.columns)
  return {
    view: rawTable(spec.id),
    source: spec.id,
    landing,
    name: landed.lake_path,
    uri: input.uri,
    delimiter,
    columns: landed.columns,
    fields: rawColumns(spec).map(({ column, field }) => ({ column, index: indexes[field.name] ?? null })),
    // The first records of a file are only known when it is read in one piece.
    multiline: input.multiline || limited,
    limit: limited ? good : null,
    rows: good,
  }
}
