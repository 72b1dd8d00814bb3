import { z } from 'zod'
import type { HdfsState, YarnState } from '../../api.ts'
import { CineError } from '../../errors.ts'
import { fetchJson, Unanswered } from '../health/fetch-json.ts'
import { hdfsState } from '../health/namenode.ts'
import { yarnState } from '../health/resourcemanager.ts'
import { type WaitOptions, waitFor } from './wait.ts'

/** Null instead of an error while a service does not answer. */
async function orNull<T>(ask: Promise<T | null>): Promise<T | null> {
  try {
    return await ask
  } catch (error) {
    if (error instanceof Unanswered) return null
    throw error
  }
}

export const hdfsOrNull = (webhdfs: readonly string[], signal?: AbortSignal): Promise<HdfsState | null> =>
  webhdfs.length === 0 ? Promise.resolve(null) : orNull(hdfsState(webhdfs, { signal }))

export const yarnOrNull = (managers: readonly string[], signal?: AbortSignal): Promise<YarnState | null> =>
  managers.length === 0 ? Promise.resolve(null) : orNull(yarnState(managers, { signal }))

/** True once a DataNode has registered and is heard of. */
export async function isDataNodeReady(http: string, signal?: AbortSignal): Promise<true | null> {
  const query = `${http}/jmx?qry=Hadoop:service=DataNode,name=DataNodeInfo`
  const schema = z.object({ beans: z.array(z.object({ BPServiceActorInfo: z.string() })).min(1) })
  const answer = await orNull(fetchJson(query, { signal }))
  return schema.safeParse(answer).data?.beans[0]?.BPServiceActorInfo.includes('RUNNING') ? true : null
}

/**
 * Waits for safe mode to end. Throws `HDFS_SAFE_MODE_STUCK` with what the NameNode says is missing, or
 * `HDFS_UNREACHABLE`.
 */
export async function waitForSafeMode(
  webhdfs: readonly string[],
  hdfs: string,
  options: WaitOptions & { onMessage: (message: string) => void },
): Promise<boolean> {
  let waited = false
  let last: HdfsState | null = null
  await waitFor(
    async () => {
      last = await hdfsOrNull(webhdfs, options.signal)
      if (last && !last.safe_mode) return true
      waited = true
      if (last?.safe_mode_message) options.onMessage(last.safe_mode_message)
      return null
    },
    options,
    () => stuck(last, options.limitMs, hdfs),
  )
  return waited
}

export function stuck(state: HdfsState | null, limitMs: number, hdfs: string): CineError {
  if (!state) {
    return new CineError('HDFS_UNREACHABLE', 'The NameNode no longer answers.', {
      hint: '`cine cluster status` tells which daemons run.',
    })
  }
  const said = state.safe_mode_message ?? ''
  const seconds = Math.round(limitMs / 1000)
  const byHand = /turned on manually|-safemode leave/i.test(said)
  const hint = byHand
    ? `It was turned on by hand: ${hdfs} dfsadmin -safemode leave`
    : /resources are low/i.test(said)
      ? 'The disk of the name node is nearly full: free some space; `cine cluster purge` lists what can go.'
      : `Blocks are missing: the DataNode that holds them must run (\`cine cluster status\`). When they are lost for good: ${hdfs} dfsadmin -safemode leave, then ${hdfs} fsck / -delete`
  return new CineError('HDFS_SAFE_MODE_STUCK', `HDFS has not left safe mode within ${seconds} s: ${said}`, {
    hint,
    details: {
      safe_mode_message: said,
      missing_blocks: state.missing_blocks,
      live_datanodes: state.live_datanodes,
    },
  })
}

/** A service that runs and has not answered in time. */
export function tooLate(title: string, seconds: number, log: string | null): CineError {
  return new CineError('CLUSTER_TIMEOUT', `The ${title} has not answered within ${seconds} s.`, {
    hint: `${log ? `Its log: ${log}. ` : ''}On a busy machine, run \`cine cluster up\` again: it goes on where it stopped.`,
    details: { log },
  })
}
