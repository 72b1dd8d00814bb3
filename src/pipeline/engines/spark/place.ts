import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { RunOnHdfs } from '../../cluster/index.ts'
import { writeFileAtomic } from '../../lake/atomic.ts'
import { tableFolder } from '../../lake/run-folders.ts'
import { TABLE_NAMES, type TableName } from '../../lake/schema.ts'
import type { Input } from '../local/inputs.ts'
import type { Run } from '../run.ts'

export type PlacedRun = Pick<Run, 'layout' | 'run_id' | 'work' | 'signal'>

/** Where a run's Spark finds its inputs and leaves its results. Addresses are as Hadoop reads them. */
export interface SparkPlace {
  /** What Spark reads of an input; it is sent there when it is not there yet. */
  input(input: Input): Promise<string>
  /** Where a table, or a note, is to be written. */
  output(name: string): string
  scratch: string
  /** Where the driver leaves its result, for who cannot see what it says; null when it is seen. */
  resultUri: string | null
  /** That result; null when there is none. */
  result(): Promise<string | null>
  /** Where a driver that is not heard leaves what it is at; null when it is heard. */
  progressUri: string | null
  /** What it has left there last; null when there is nothing to be read. */
  progress(): Promise<string | null>
  /** Puts the plan where Spark can read it. */
  plan(text: string): Promise<string>
  /** Brings what was written under a name into the run's own folder here (`localFolder`). */
  fetch(name: string): Promise<void>
  /** Keeps a table that was made here beside the others. */
  keep(table: TableName): Promise<void>
  /** Keeps the list of what was published there too. */
  published(): Promise<void>
  /** Removes what nobody needs afterwards; the tables as well when the run failed. */
  tidy(failed: boolean): Promise<void>
}

/** Tables go to where they stay, notes to the run's scratch folder. */
export const localFolder = (run: PlacedRun, name: string): string =>
  TABLE_NAMES.some((table) => table === name)
    ? tableFolder(run.layout, name, run.run_id)
    : join(run.work, name)

/** A Spark that sees this machine's files. */
export function localPlace(run: PlacedRun): SparkPlace {
  return {
    input: async ({ path }) => fileUri(globSafe(path)),
    output: (name) => fileUri(localFolder(run, name)),
    scratch: fileUri(join(run.work, 'scratch')),
    resultUri: null,
    result: async () => null,
    progressUri: null,
    progress: async () => null,
    plan: async (text) => fileUri(globSafe(await writePlan(run, text))),
    fetch: async () => {},
    keep: async () => {},
    published: async () => {},
    tidy: async () => {},
  }
}

/**
 * A Spark that sees HDFS: landed files are read where `cluster push` puts them, clean copies of theirs and what lies
 * in between from a folder of the run's own, which `cluster purge` knows by its name; tables stay in
 * `<curated>/<table>/run_id=…`.
 */
export function hdfsPlace(run: PlacedRun, hdfs: RunOnHdfs): SparkPlace {
  const { signal } = run
  const own = `/tmp/cine-${run.run_id}`
  const kept = (table: string) => `${hdfs.curated.path}/${table}/run_id=${run.run_id}`
  const folder = (name: string) =>
    TABLE_NAMES.some((table) => table === name) ? kept(name) : `${own}/${name}`
  const keep = async (table: TableName) => {
    const local = tableFolder(run.layout, table, run.run_id)
    for (const name of await readdir(local))
      await hdfs.send(join(local, name), `${kept(table)}/${name}`, { signal })
    const mark = join(run.work, `success-${run.run_id}`)
    await writeFile(mark, '')
    await hdfs.send(mark, `${kept(table)}/_SUCCESS`, { signal })
    await rm(mark)
  }
  let copies = 0
  return {
    input: async ({ landed, path }) => {
      const asLanded = path === landed.path
      const there = asLanded
        ? `${hdfs.raw.path}/${landed.lake_path.replace(/^raw\//, '')}`
        : `${own}/inputs/${copies++}.csv`
      const files = asLanded ? hdfs.rawFiles : hdfs
      const sent = asLanded && (await files.holds(path, there, { signal }))
      if (!sent) await files.send(path, there, { signal })
      return files.uri(globSafe(there))
    },
    output: (name) => hdfs.uri(folder(name)),
    scratch: hdfs.uri(`${own}/scratch`),
    resultUri: hdfs.uri(`${own}/result/result.json`),
    result: async () => {
      const local = join(run.work, 'result')
      return hdfs.fetch(`${own}/result`, local, { signal }).then(
        () => readFile(join(local, 'result.json'), 'utf8'),
        () => null,
      )
    },
    progressUri: hdfs.uri(`${own}/progress.json`),
    progress: () => hdfs.read(`${own}/progress.json`, { signal }),
    plan: async (text) => {
      const there = `${own}/plan.json`
      await hdfs.send(await writePlan(run, text), there, { signal })
      return hdfs.uri(there)
    },
    fetch: async (name) => {
      const local = localFolder(run, name)
      await mkdir(local, { recursive: true })
      await hdfs.fetch(folder(name), local, { signal })
    },
    keep,
    published: async () => {
      // Of a run that stopped before it was published, nothing may be there any more.
      for (const table of TABLE_NAMES)
        if ((await hdfs.bytesOf(`${kept(table)}/_SUCCESS`, { signal })) === null) await keep(table)
      await hdfs.send(run.layout.current, `${hdfs.curated.path}/manifests/${run.run_id}.json`, { signal })
      await hdfs.send(run.layout.current, `${hdfs.curated.path}/CURRENT.json`, { signal })
    },
    tidy: async (failed) => {
      await hdfs.remove(own)
      if (failed) for (const table of TABLE_NAMES) await hdfs.remove(kept(table))
    },
  }
}

async function writePlan(run: PlacedRun, text: string): Promise<string> {
  const path = join(run.work, 'plan.json')
  await writeFileAtomic(path, text)
  return path
}

/** Hadoop reads the letters of an address as they stand, without `%20`; what it would take for a pattern is escaped. */
const fileUri = (path: string) => `file://${path}`
const globSafe = (path: string) => path.replace(/[{}[\]*?\\]/g, '\\$&')
