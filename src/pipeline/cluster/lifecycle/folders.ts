import { dirname } from 'node:path/posix'
import type { HdfsClient } from '../hdfs/client.ts'
import { openHdfs } from '../hdfs/open.ts'
import { DEFAULT_BASE } from '../hdfs/paths.ts'
import type { Target } from '../target.ts'
import type { Bases } from './bases.ts'

const LAKE_RIGHTS = '775'

/**
 * Makes the folders of the lake on HDFS, writable by their group; on our own cluster also those that Spark
 * and Hadoop expect. Gives the ones that it made or changed.
 */
export async function prepareFolders(
  target: Target,
  { raw, curated }: Bases,
  signal?: AbortSignal,
): Promise<string[]> {
  const changed: string[] = []
  const own = await openHdfs(target, undefined, { asOwner: true })
  if (target.kind === 'own') {
    await ensure(own, '/tmp', '1777', changed, signal)
    await ensure(own, `/user/${target.user}`, '755', changed, signal)
  }
  for (const folder of [raw, curated]) {
    const hdfs = await openHdfs(target, folder, { asOwner: true })
    const above = dirname(folder.path)
    if (above === DEFAULT_BASE) await ensure(hdfs, above, LAKE_RIGHTS, changed, signal)
    await ensure(hdfs, folder.path, LAKE_RIGHTS, changed, signal)
  }
  return changed
}

/** A folder that its group may write already is left with the rights it has. */
async function ensure(
  hdfs: HdfsClient,
  path: string,
  rights: string,
  changed: string[],
  signal?: AbortSignal,
): Promise<void> {
  const before = await hdfs.stat(path, { signal })
  if (before === null) await hdfs.makeFolder(path, { signal })
  else if (
    (Number.parseInt(before.permission, 8) & Number.parseInt(rights, 8)) ===
    Number.parseInt(rights, 8)
  )
    return
  await hdfs.setPermission(path, rights, { signal })
  changed.push(path)
}
