import { join } from 'node:path'
import type { Duck } from '../../duck/index.ts'
import type { LandedFile } from '../../lake/landed.ts'
import type { SourceSpec } from '../../sources/index.ts'
import { type Dialect, rawColumns, rawTable, recordsOf, typedSelect } from '../../transform/index.ts'

/**
 * Reviews are many and long, and most statements look at their scores only: their records are kept in files, a file
 * for each that landed. Those of other sources are tables.
 */
export const isKeptInFiles = (spec: SourceSpec) => spec.role === 'reviews'

/** Where the typed records of a landed file go, as Parquet; null when they go into a table. */
export function recordFile(work: string, spec: SourceSpec, landing: number): string | null {
  return isKeptInFiles(spec) ? join(work, `records-${landing}.parquet`) : null
}

const filesVariable = (spec: SourceSpec) => `${recordsOf(spec)}_files`

/** All those files, with the variable by which a statement names those of a source. */
export function recordFiles(
  work: string,
  specs: readonly SourceSpec[],
  landed: readonly LandedFile[],
): { variable: string; paths: string[] }[] {
  return specs.filter(isKeptInFiles).map((spec) => ({
    variable: filesVariable(spec),
    paths: landed.flatMap(({ source }, landing) =>
      source === spec.id ? (recordFile(work, spec, landing) ?? []) : [],
    ),
  }))
}

/** Makes the tables of typed records, empty. */
export async function createRecords(duck: Duck, d: Dialect, specs: readonly SourceSpec[]): Promise<void> {
  for (const spec of specs.filter((each) => !isKeptInFiles(each))) {
    const columns = rawColumns(spec).map(({ column }) => `${column} VARCHAR`)
    await duck.run(`CREATE TABLE ${rawTable(spec.id)} (${['landing INTEGER', ...columns].join(', ')})`)
    await duck.run(d.createTable(recordsOf(spec), typedSelect(d, spec)))
    await duck.run(`DROP TABLE ${rawTable(spec.id)}`)
  }
}

/** Once all its files are there, makes the records of a source look like a table. */
export async function viewRecords(duck: Duck, spec: SourceSpec): Promise<void> {
  await duck.run(
    `CREATE VIEW ${recordsOf(spec)} AS
    SELECT * FROM read_parquet(getvariable('${filesVariable(spec)}'), hive_partitioning = false)`,
  )
}
