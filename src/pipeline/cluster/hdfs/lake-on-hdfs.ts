import { resolve } from 'node:path'
import { dirname } from 'node:path/posix'
import type { HdfsListing, HdfsRemoval, PullResult, PushResult } from '../../api.ts'
import { CineError } from '../../errors.ts'
import { lakeBases } from '../lifecycle/bases.ts'
import { requireHdfs, resolveTarget } from '../target.ts'
import type { HdfsClient } from './client.ts'
import { openHdfs } from './open.ts'
import { cleanPath, DEFAULT_BASE } from './paths.ts'
import { type PullOptions, pull } from './pull.ts'
import { type PushOptions, pushRaw } from './push.ts'
import { removeInside } from './remove.ts'

interface Env {
  env?: NodeJS.ProcessEnv
}

/** Sends what `raw/` holds to `HDFS_RAW`. */
export async function pushLake(
  raw: string,
  { env = process.env, ...options }: PushOptions & Env = {},
): Promise<PushResult> {
  const target = await resolveTarget(env)
  if (target.kind !== 'own') requireHdfs(target)
  const bases = await lakeBases(target, env)
  return pushRaw(raw, await openHdfs(target, bases.raw), bases.raw, options)
}

/** What a folder of HDFS holds; the lake's own when none is named. */
export async function browse(
  { path, limit }: { path?: string | undefined; limit: number },
  { env = process.env, signal }: Env & { signal?: AbortSignal } = {},
): Promise<HdfsListing> {
  const { hdfs, roots } = await lake(env)
  const clean = cleanPath(path ?? DEFAULT_BASE)
  const { entries, more } = await hdfs.list(clean, { limit, signal })
  return {
    path: clean,
    parent: clean === '/' ? null : dirname(clean),
    entries: entries.map(({ block_size: _, has_checksum: __, ...entry }) => entry),
    more,
    removable_inside: roots,
  }
}

/** Brings a file or a folder here. */
export async function pullFromLake(
  { path, to }: { path: string; to: string },
  { env = process.env, ...options }: PullOptions & Env = {},
): Promise<PullResult> {
  const started = performance.now()
  const { hdfs } = await lake(env)
  const folder = resolve(to)
  const files = await pull(hdfs, cleanPath(path), folder, options)
  return {
    folder,
    files,
    bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
    seconds: Math.round(performance.now() - started) / 1000,
  }
}

/** Removes a file, or a folder with what it holds, of the lake on HDFS. */
export async function removeFromLake(
  { path, recursive }: { path: string; recursive: boolean },
  { env = process.env, signal }: Env & { signal?: AbortSignal } = {},
): Promise<HdfsRemoval> {
  const { hdfs, roots } = await lake(env)
  return { removed: await removeInside(hdfs, path, roots, { recursive, signal }) }
}

/** The client, and the folders inside which things may be removed. */
async function lake(env: NodeJS.ProcessEnv): Promise<{ hdfs: HdfsClient; roots: string[] }> {
  const target = await resolveTarget(env)
  if (target.kind !== 'own') requireHdfs(target)
  const { raw, curated } = await lakeBases(target, env)
  if (raw.authority !== curated.authority) {
    throw new CineError('USAGE', 'HDFS_RAW and HDFS_CURATED name two different clusters.', {
      hint: 'Put both on one: HDFS_RAW and HDFS_CURATED with the same host.',
    })
  }
  return { hdfs: await openHdfs(target, raw), roots: [...new Set([DEFAULT_BASE, raw.path, curated.path])] }
}
