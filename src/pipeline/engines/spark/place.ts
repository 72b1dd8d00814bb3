import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { RunOnHdfs } from '../../cluster/index.ts'
import { writeFileAtomic } from '../../lake/atomic.ts'
import { tableFolder } from '../../lake/run-folders.ts'
import type { Input } from '../local/inputs.ts'
import type { Run as WholeRun } from '../run.ts'
import { SPARK_TABLES } from './plan.ts'

type Run = Pick<WholeRun, 'layout' | 'run_id' | 'work' | 'signal'>

/** Where a run's Spark finds its inputs and leaves its results. Addresses are as Hadoop reads them. */
export interface SparkPlace {
  /** What Spark reads of an input; it is sent there when it is not there yet. */
  input(input: Input): Promise<string>
  /** Where a table, or a note, is to be written. */
  output(name: string): string
  scratch: string
  /** Puts the plan where Spark can read it. */
  plan(text: string): Promise<string>
  /** Brings what was written under a name into the run's own folder here (`localFolder`). */
  fetch(name: string): Promise<void>
  /** Removes what nobody needs afterwards; of a run that failed, its tables too. */
  tidy(failed: boolean): Promise<void>
}

/** Tables go to where they stay, notes to the run's scratch folder. */
export const localFolder = (run: Run, name: string): string =>
  SPARK_TABLES.some((table) => table === name)
    ? tableFolder(run.layout, name, run.run_id)
    : join(run.work, name)

/** A Spark that sees this machine's files. */
export function localPlace(run: Run): SparkPlace {
  return {
    input: async ({ path }) => fileUri(globSafe(path)),
    output: (name) => fileUri(localFolder(run, name)),
    scratch: fileUri(join(run.work, 'scratch')),
    plan: async (text) => fileUri(globSafe(await writePlan(run, text))),
    fetch: async () => {},
    tidy: async () => {},
  }
}

/**
 * A Spark that sees HDFS: landed files are read where `cluster push` puts them, clean copies of theirs and what lies
 * in between from a folder of the run's own, which `cluster purge` knows by its name; tables stay in
 * `<curated>/<table>/run_id=…`.
 */
export function hdfsPlace(run: Run, hdfs: RunOnHdfs): SparkPlace {
  const { signal } = run
  const own = `/tmp/cine-${run.run_id}`
  const folder = (name: string) =>
    SPARK_TABLES.some((table) => table === name)
      ? `${hdfs.curated.path}/${name}/run_id=${run.run_id}`
      : `${own}/${name}`
  let copies = 0
  return {
    input: async ({ landed, path }) => {
      const asLanded = path === landed.path
      const there = asLanded
        ? `${hdfs.raw.path}/${landed.lake_path.replace(/^raw\//, '')}`
        : `${own}/inputs/${copies++}.csv`
      const sent = asLanded && (await hdfs.bytesOf(there, { signal })) === landed.bytes
      if (!sent) await hdfs.send(path, there, { signal })
      return hdfs.uri(globSafe(there))
    },
    output: (name) => hdfs.uri(folder(name)),
    scratch: hdfs.uri(`${own}/scratch`),
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
    tidy: async (failed) => {
      await hdfs.remove(own)
      if (failed) for (const name of SPARK_TABLES) await hdfs.remove(folder(name))
    },
  }
}

async function writePlan(run: Run, text: string): Promise<string> {
  const path = join(run.work, 'plan.json')
  await writeFileAtomic(path, text)
  return path
}

/** Hadoop reads the letters of an address as they stand, without `%20`; what it would take for a pattern is escaped. */
const fileUri = (path: string) => `file://${path}`
const globSafe = (path: string) => path.replace(/[{}[\]*?\\]/g, '\\$&')
