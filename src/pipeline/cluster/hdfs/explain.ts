import { CineError } from '../../errors.ts'
import { Unanswered } from '../health/fetch-json.ts'
import { hdfsState } from '../health/namenode.ts'
import type { HdfsClient } from './client.ts'
import { refusal } from './errors.ts'

interface Transfer {
  path: string
  /** Such as `sending raw/…`. */
  what: string
  /** Size of the file that was on its way; 0 for a reading. */
  bytes: number
}

/** What a DataNode or NameNode said that may mean something else than it says. */
const VAGUE = ['HDFS_NO_DATANODE', 'HDFS_DISK_FULL', 'HDFS_REFUSED']

/**
 * Why a transfer to or from a DataNode broke. The connection itself says only that it broke, so the NameNode
 * is asked what stands in the way.
 */
export async function explainBroken(
  hdfs: HdfsClient,
  transfer: Transfer,
  error: unknown,
): Promise<CineError> {
  if (error instanceof CineError) return explainRefusal(hdfs, transfer, error)
  const said = error instanceof Error ? error.message : String(error)
  const refused = error instanceof Unanswered && error.kind === 'refused'
  return (
    (await obstacle(hdfs, transfer)) ??
    datanodeLost(hdfs, transfer, `${refused ? 'does not answer' : 'broke off'}`, said, error)
  )
}

/** A refusal in its own words, unless they are vague and the NameNode knows better. */
async function explainRefusal(hdfs: HdfsClient, transfer: Transfer, error: CineError): Promise<CineError> {
  if (!VAGUE.includes(error.code)) return error
  const known = await obstacle(hdfs, transfer)
  if (known) return known
  // DataNodes with room are there, and none was good enough: one that is gone is not missed at once.
  return error.code === 'HDFS_REFUSED'
    ? error
    : datanodeLost(hdfs, transfer, 'does not answer', error.message, error)
}

/** What the NameNode says that stands in the way; null when it sees nothing. */
async function obstacle(hdfs: HdfsClient, transfer: Transfer): Promise<CineError | null> {
  const { what, bytes } = transfer
  const { advice } = hdfs.web
  const state = await hdfsState(hdfs.web.bases).catch(() => null)
  if (!state) {
    return new CineError('HDFS_UNREACHABLE', `The NameNode stopped answering (${what}).`, {
      hint: `Start HDFS again: ${advice.start}. Then run the same command again: what was sent whole is not sent twice.`,
    })
  }
  const refused = (exception: string, message: string) => refusal({ exception, message }, what, advice)
  if (state.safe_mode) return refused('SafeModeException', state.safe_mode_message ?? '')
  const quota = bytes > 0 ? await quotaInTheWay(hdfs, transfer) : null
  if (quota) return refused('DSQuotaExceededException', quota)
  if (state.live_datanodes === 0) return refused('IOException', 'There are 0 datanode(s) running')
  if (bytes > 0 && state.remaining_bytes < bytes) return refused('DiskOutOfSpaceException', '')
  return null
}

function datanodeLost(
  hdfs: HdfsClient,
  { what }: Transfer,
  how: string,
  said: string,
  cause: unknown,
): CineError {
  const { start } = hdfs.web.advice
  return new CineError('HDFS_DATANODE_LOST', `The DataNode ${how} (${what}): ${said}`, {
    hint: `It was stopped, or its machine is overloaded; start it again: ${start}. Then run the same command again: what was sent whole is not sent twice.`,
    cause,
  })
}

/** What a quota of a folder above the file says; null when none is exceeded by it. */
async function quotaInTheWay(hdfs: HdfsClient, { path, bytes }: Transfer): Promise<string | null> {
  const names = path.split('/').slice(1, -1)
  const folders = names.map((_, index) => `/${names.slice(0, index + 1).join('/')}`)
  for (const folder of folders) {
    const summary = await hdfs.summary(folder).catch(() => null)
    if (!summary) continue
    // HDFS counts a whole block for the one that is being written.
    if (
      summary.spaceQuota > 0 &&
      summary.spaceConsumed + Math.max(bytes, 128 * 2 ** 20) > summary.spaceQuota
    ) {
      return `the space quota of ${folder} is ${summary.spaceQuota} bytes, ${summary.spaceConsumed} are taken.`
    }
    if (summary.quota > 0 && summary.fileCount + summary.directoryCount >= summary.quota) {
      return `the quota of ${folder} is ${summary.quota} files and folders.`
    }
  }
  return null
}
