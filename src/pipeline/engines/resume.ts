import type { LakeLayout } from '../lake/layout.ts'
import type { Manifest } from '../lake/manifest.ts'
import { type RunRecord, readRuns } from '../lake/run-record.ts'
import { forget, resumable } from '../lake/settle.ts'
import { verifyFiles } from '../lake/verify.ts'
import type { RunOptions } from './run.ts'

export interface Finished {
  run_id: string
  record: RunRecord
  manifest: Manifest
}

/**
 * The run that stopped after its transform and whose tables this one would make again, byte by byte: the same
 * inputs, rules and options, and every file read and found whole. What a stopped run left that is of no use is
 * removed: a full disk may be why it stopped.
 */
export async function finishedBefore(
  layout: LakeLayout,
  { force, signal }: RunOptions,
  fingerprint: string,
): Promise<Finished | null> {
  const record = resumable(await readRuns(layout))
  if (!record?.manifest) return null
  const { run_id, manifest } = record
  if (!force && manifest.fingerprint === fingerprint) {
    const files = await verifyFiles(layout, manifest, { full: true, signal })
    if (files.every((file) => file.problem === null)) return { run_id, record, manifest }
  }
  await forget(layout, record)
  return null
}
