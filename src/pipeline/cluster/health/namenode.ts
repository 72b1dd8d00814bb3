import { z } from 'zod'
import type { HdfsState } from '../../api.ts'
import { fetchJson, type Unanswered } from './fetch-json.ts'

const infoSchema = z.object({
  SoftwareVersion: z.string(),
  Safemode: z.string(),
  NumberOfMissingBlocks: z.number(),
})
const stateSchema = z.object({
  CapacityTotal: z.number(),
  CapacityUsed: z.number(),
  CapacityRemaining: z.number(),
  NumLiveDataNodes: z.number(),
  NumDeadDataNodes: z.number(),
  FilesTotal: z.number(),
  BlocksTotal: z.number(),
})

interface Options {
  signal?: AbortSignal | undefined
}

/**
 * What a NameNode says of HDFS; null while it is still starting. Of several, the first that answers.
 * Throws the first one's `Unanswered`.
 */
export async function hdfsState(
  webhdfs: readonly string[],
  options: Options = {},
): Promise<HdfsState | null> {
  let first: Unanswered | unknown
  for (const base of webhdfs) {
    try {
      return await stateOf(base, options)
    } catch (error) {
      options.signal?.throwIfAborted()
      first ??= error
    }
  }
  throw first ?? new Error('The settings name no NameNode.')
}

async function stateOf(base: string, options: Options): Promise<HdfsState | null> {
  const [info, state] = await Promise.all([
    bean(base, 'NameNodeInfo', infoSchema, options),
    bean(base, 'FSNamesystemState', stateSchema, options),
  ])
  if (!info || !state) return null
  return {
    version: info.SoftwareVersion,
    safe_mode: info.Safemode !== '',
    safe_mode_message: info.Safemode === '' ? null : withoutMarkup(info.Safemode),
    capacity_bytes: state.CapacityTotal,
    used_bytes: state.CapacityUsed,
    remaining_bytes: state.CapacityRemaining,
    live_datanodes: state.NumLiveDataNodes,
    dead_datanodes: state.NumDeadDataNodes,
    files: state.FilesTotal,
    blocks: state.BlocksTotal,
    missing_blocks: info.NumberOfMissingBlocks,
  }
}

/** One of the tables of figures that every daemon of Hadoop shows; null while it is not there yet. */
async function bean<T>(
  base: string,
  name: string,
  schema: z.ZodType<T>,
  options: Options,
): Promise<T | null> {
  const answer = await fetchJson(`${base}/jmx?qry=Hadoop:service=NameNode,name=${name}`, options)
  const { beans } = z.object({ beans: z.array(z.unknown()) }).parse(answer)
  return beans.length === 0 ? null : schema.parse(beans[0])
}

const withoutMarkup = (text: string) =>
  text
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
