import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type LakeLayout, nextStamp, utcStamp } from './layout.ts'
import { TABLE_NAMES } from './schema.ts'

export function runFolder(layout: LakeLayout, runId: string): string {
  return join(layout.runs, runId)
}

/** Where a run writes its tables before they are published. */
export function tableFolder(layout: LakeLayout, table: string, runId: string): string {
  return join(layout.curated, table, `run_id=${runId}`)
}

/** Where a run keeps what nobody needs afterwards. */
export function workFolder(layout: LakeLayout, runId: string): string {
  return join(layout.tmp, `${WORK}${runId}`)
}

const WORK = 'run-'

/** What runs and landings have in hand: whose process is gone, it is of use to nobody. */
export function isWorkFolder(name: string): boolean {
  return name.startsWith(WORK) || name.startsWith('landing-')
}

/** Clean copies of landed files, one folder each: of use to a run that goes on where another one stopped. */
export function preparedFolder(layout: LakeLayout): string {
  return join(layout.tmp, 'prepared')
}

/** The file that says that such a folder is finished. */
export const PREPARED_DONE = 'done.json'

/** Where a run notes the pairs of films that it could not tell apart. */
export function ambiguousPairs(layout: LakeLayout, runId: string): string {
  return join(runFolder(layout, runId), 'ambiguous.parquet')
}

/** Where a run notes which source told what it publishes, of films that several sources know. */
export function toldByNotes(layout: LakeLayout, runId: string): string {
  return join(runFolder(layout, runId), 'told_by.parquet')
}

/** What a run keeps beside its record: what it merged, what it could not tell apart, who told what. */
export function filesBeside(layout: LakeLayout, runId: string): string[] {
  return [
    join(runFolder(layout, runId), 'merged.parquet'),
    ambiguousPairs(layout, runId),
    toldByNotes(layout, runId),
  ]
}

/** Removes the tables of a run, and what it keeps beside its record. What lies behind a symbolic link stays: the link alone is removed. */
export async function removeTables(layout: LakeLayout, runId: string): Promise<void> {
  for (const table of TABLE_NAMES)
    await rm(tableFolder(layout, table, runId), { recursive: true, force: true })
  for (const path of filesBeside(layout, runId)) await rm(path, { force: true })
}

/** Ids of the runs that have folders of tables. */
export async function runsWithTables(layout: LakeLayout): Promise<Set<string>> {
  const ids = new Set<string>()
  for (const table of TABLE_NAMES)
    for (const name of await names(join(layout.curated, table))) {
      const id = name.match(/^run_id=([\w-]+)$/)?.[1]
      if (id !== undefined) ids.add(id)
    }
  return ids
}

/** An id later than that of every run before, also when the clock went backwards or two began in one second. */
export async function nextRunId(layout: LakeLayout, random: string): Promise<string> {
  const ids = [...(await names(layout.runs)), ...(await runsWithTables(layout))]
  const stamps = ids.flatMap((id) => id.match(/^(\d{8}T\d{6}Z)-/)?.[1] ?? [])
  const latest = stamps.sort().at(-1) ?? ''
  const now = utcStamp(new Date())
  return `${now > latest ? now : nextStamp(latest)}-${random}`
}

/** Names in a folder; none when it is not there. */
export async function names(folder: string): Promise<string[]> {
  return readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
}
