import { rm } from 'node:fs/promises'
import type { PurgeItem, PurgeResult } from '../../api.ts'
import { CineError, throwIfCancelled, toCineError } from '../../errors.ts'
import { runningDaemons } from '../daemons/registry.ts'
import type { HdfsClient } from '../hdfs/client.ts'
import { openHdfs } from '../hdfs/open.ts'
import { lakeBases } from '../lifecycle/bases.ts'
import { hdfsOrNull } from '../lifecycle/ready.ts'
import { resolveTarget, type Target } from '../target.ts'
import { openYarn } from '../yarn/applications.ts'
import { type InUse, localLeftovers } from './local.ts'
import { hdfsLeftovers } from './on-hdfs.ts'

export interface PurgeOptions {
  env?: NodeJS.ProcessEnv
  signal?: AbortSignal | undefined
  remove?: boolean
  /** Which of the items; all when left out. */
  ids?: readonly string[] | undefined
}

/**
 * Lists what work that is over has left behind, here and on HDFS, and removes it when told to. Only what is
 * on the list at the moment of removing is removed, whatever ids were given.
 */
export async function purge({
  env = process.env,
  signal,
  remove = false,
  ids,
}: PurgeOptions = {}): Promise<PurgeResult> {
  const target = await resolveTarget(env)
  const use = await inUse(target, signal)
  const hdfs = await openedHdfs(target, env, signal)
  const local = await localLeftovers(target.home, env, use)
  const remote =
    hdfs instanceof CineError ? [] : await hdfsLeftovers(hdfs, await lakeBases(target, env), use, signal)
  const items = [...remote, ...local]
  const chosen = remove ? items.filter(({ id }) => ids === undefined || ids.includes(id)) : []
  const result: PurgeResult = {
    items,
    removed: [],
    failed: [],
    freed_bytes: 0,
    hdfs_skipped: hdfs instanceof CineError ? hdfs.message : null,
  }
  for (const item of chosen) {
    throwIfCancelled(signal)
    try {
      await removeItem(item, hdfs)
      result.removed.push(item.id)
      result.freed_bytes += item.bytes
    } catch (error) {
      result.failed.push({ id: item.id, error: toCineError(error).message })
    }
  }
  return result
}

async function removeItem(item: PurgeItem, hdfs: HdfsClient | CineError): Promise<void> {
  if (item.where === 'local') await rm(item.path, { recursive: true, force: true })
  else if (hdfs instanceof CineError) throw hdfs
  else await hdfs.remove(item.path, { recursive: true })
}

/** What runs now. A cluster of ours that is stopped runs nothing. */
async function inUse(target: Target, signal: AbortSignal | undefined): Promise<InUse> {
  const daemons = target.kind === 'own' && (await runningDaemons(target.home)).size > 0
  if (target.kind === 'own' && !daemons) return { daemons, applications: new Set() }
  const yarn = await openYarn(target)
  const open = await yarn.applications({ open: true, limit: 1000, signal }).catch(() => null)
  return { daemons, applications: open && new Set(open.map(({ id }) => id)) }
}

async function openedHdfs(
  target: Target,
  env: NodeJS.ProcessEnv,
  signal: AbortSignal | undefined,
): Promise<HdfsClient | CineError> {
  const { raw } = await lakeBases(target, env)
  const hdfs = await openHdfs(target, raw)
  if (await hdfsOrNull(hdfs.web.bases, signal)) return hdfs
  return new CineError('HDFS_UNREACHABLE', 'HDFS does not run: what lies there was not looked at.')
}
