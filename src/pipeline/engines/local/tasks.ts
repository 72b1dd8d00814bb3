import type { Duck } from '../../duck/index.ts'
import type { LakeLayout } from '../../lake/layout.ts'
import type { Manifest } from '../../lake/manifest.ts'
import { TABLE_NAMES, type TableName } from '../../lake/schema.ts'
import { type SourceSpec, sourceById } from '../../sources/index.ts'
import { duckdbDialect, recordsOf, transformStatements } from '../../transform/index.ts'
import type { Landed } from '../over-landed.ts'
import type { Task } from './in-order.ts'
import type { Input } from './inputs.ts'
import { loadInput } from './load.ts'
import { isKeptInFiles, recordFile, viewRecords } from './records.ts'
import { NOTE_NAMES, writeNote, writeTable } from './write-tables.ts'

/** Where a run's transform works and what it makes. */
export interface Place {
  duck: Duck
  layout: LakeLayout
  run_id: string
  /** The folder of what is kept in files. */
  work: string
}

export interface TransformTasks {
  tasks: Task[]
  /** What was written; whole once all tasks are done. */
  tables: Partial<Manifest['tables']>
}

/** A task by the table or view that it makes, if any. */
interface Making extends Task {
  makes?: string
}

/** The whole transform: the records of each file, typed; every statement; the tables and notes, written. */
export function transformTasks(
  place: Place,
  inputs: readonly Input[],
  { specs, decisions }: Pick<Landed, 'specs' | 'decisions'>,
): TransformTasks {
  const { duck, layout, run_id } = place
  const tables: Partial<Manifest['tables']> = {}
  const tasks = recordTasks(place, inputs, specs)
  for (const { name, sql } of transformStatements(duckdbDialect(), specs, decisions))
    tasks.push({
      name,
      makes: name,
      after: named(tasks, sql),
      work: (options) => duck.run(sql, [], options),
    })
  const write = (name: string, work: Task['work']) =>
    tasks.push({ name: `${name}.parquet`, after: named(tasks, name), work })
  for (const table of smallFirst)
    write(table, async ({ signal }) => {
      tables[table] = await writeTable(duck, layout, run_id, table, signal)
    })
  for (const note of NOTE_NAMES) write(note, ({ signal }) => writeNote(duck, layout, run_id, note, signal))
  return { tasks, tables }
}

/** Reviews take most of the memory: when they are written, the others are not in the way. */
const smallFirst: TableName[] = [...TABLE_NAMES.filter((table) => table !== 'reviews'), 'reviews']

function recordTasks(place: Place, inputs: readonly Input[], specs: readonly SourceSpec[]): Making[] {
  const { duck, work } = place
  const d = duckdbDialect()
  const tasks: Making[] = []
  for (const [landing, input] of inputs.entries()) {
    const spec = sourceById(input.landed.source, specs)
    tasks.push({
      name: input.landed.file,
      makes: recordsOf(spec),
      // Files of one source one after the other: their records keep the order in which they landed.
      after: tasks.filter(({ makes }) => makes === recordsOf(spec)),
      work: (options) => loadInput(duck, d, input, spec, landing, recordFile(work, spec, landing), options),
    })
  }
  for (const spec of specs.filter(isKeptInFiles)) {
    const name = recordsOf(spec)
    tasks.push({ name, makes: name, after: named(tasks, name), work: () => viewRecords(duck, spec) })
  }
  return tasks
}

/** The tasks that make what a statement names. */
function named(tasks: readonly Making[], sql: string): Task[] {
  const words = new Set(sql.match(/\w+/g))
  return tasks.filter(({ makes }) => makes !== undefined && words.has(makes))
}
