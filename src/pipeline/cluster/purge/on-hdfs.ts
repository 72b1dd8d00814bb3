import type { PurgeItem } from '../../api.ts'
import type { HdfsClient, HdfsStatus } from '../hdfs/client.ts'
import { abandoned } from '../hdfs/temp-folder.ts'
import type { Bases } from '../lifecycle/bases.ts'
import type { InUse } from './local.ts'

const DAY_MS = 86_400_000
/** What Hadoop's and Spark's clients call theirs. */
const TEMPORARY = /^(temporary-|spark-|cine-)/

/** What lies on HDFS of work that is over: only of this user, only under names that are known. */
export async function hdfsLeftovers(
  hdfs: HdfsClient,
  { raw, curated }: Bases,
  use: InUse,
  signal?: AbortSignal,
): Promise<PurgeItem[]> {
  const user = hdfs.web.user
  const entries = async (path: string) =>
    (await hdfs.stat(path, { signal })) ? (await hdfs.list(path, { signal })).entries : []
  const staging = (await entries(`/user/${user}/.sparkStaging`)).filter(
    ({ name }) => name.startsWith('application_') && use.applications !== null && !use.applications.has(name),
  )
  const temporary = (await entries('/tmp')).filter(
    (entry) => entry.owner === user && TEMPORARY.test(entry.name) && isOld(entry),
  )
  const unfinished: HdfsStatus[] = []
  for (const table of await entries(curated.path)) {
    if (!table.is_folder) continue
    for (const run of await entries(table.path)) {
      if (!run.is_folder || !run.name.startsWith('run_id=')) continue
      // A run that is being written has no mark of its end either.
      const mayBeAtWork = use.applications === null || use.applications.size > 0
      const whole = (await hdfs.stat(`${run.path}/_SUCCESS`, { signal })) !== null
      if (!whole && (!mayBeAtWork || isOld(run))) unfinished.push(run)
    }
  }
  const kinds: [PurgeItem['kind'], HdfsStatus[]][] = [
    ['spark_staging', staging],
    ['unfinished_push', await abandoned(hdfs, raw.path, signal)],
    ['unfinished_run', unfinished],
    ['temporary', temporary],
  ]
  const items = kinds.flatMap(([kind, found]) => found.map((entry) => itemOf(hdfs, kind, entry, signal)))
  return Promise.all(items)
}

const isOld = ({ modified_at }: HdfsStatus) => Date.now() - Date.parse(modified_at) > DAY_MS

async function itemOf(
  hdfs: HdfsClient,
  kind: PurgeItem['kind'],
  entry: HdfsStatus,
  signal?: AbortSignal,
): Promise<PurgeItem> {
  const bytes = entry.is_folder ? (await hdfs.summary(entry.path, { signal })).length : entry.bytes
  return {
    id: `hdfs:${entry.path}`,
    where: 'hdfs',
    kind,
    path: entry.path,
    bytes,
    modified_at: entry.modified_at,
  }
}
