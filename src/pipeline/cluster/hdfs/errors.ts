import { z } from 'zod'
import { CineError } from '../../errors.ts'
import { Unanswered } from '../health/fetch-json.ts'

/** How the next steps are worded: with our own cluster's commands, or with Hadoop's. */
export interface Advice {
  /** What starts HDFS. */
  start: string
  /** The `hdfs` program. */
  hdfs: string
}

const remoteSchema = z.object({
  RemoteException: z.object({ exception: z.string(), message: z.string().default('') }),
})
export interface RemoteException {
  exception: string
  /** Without the stack that comes with it. */
  message: string
}

/** Reads the body of an answer that tells of an error; null when it tells of none. */
export function remoteException(body: string): RemoteException | null {
  try {
    const { exception, message } = remoteSchema.parse(JSON.parse(body)).RemoteException
    const lines = message.split('\n')
    const stack = lines.findIndex((line) => /^\s+at /.test(line))
    return {
      exception,
      message: lines
        .slice(0, stack < 0 ? undefined : stack)
        .join(' ')
        .trim(),
    }
  } catch {
    return null
  }
}

/** By the exception's name, else by its words: HDFS wraps one exception into another. */
const KINDS: readonly [code: string, pattern: RegExp][] = [
  ['HDFS_SAFE_MODE', /SafeModeException|safe ?mode/i],
  ['HDFS_STANDBY', /StandbyException|not supported in state standby/i],
  ['HDFS_QUOTA', /QuotaExceededException/],
  ['HDFS_PERMISSION', /AccessControlException|Permission denied/],
  ['HDFS_NOT_FOUND', /FileNotFoundException/],
  ['HDFS_EXISTS', /FileAlreadyExistsException|already exists/],
  ['HDFS_BAD_NAME', /InvalidPathException|Invalid path|IllegalArgumentException/],
  ['HDFS_DISK_FULL', /DiskOutOfSpace|No space left|could only be written to 0|not enough .*space/i],
  ['HDFS_NO_DATANODE', /Failed to find datanode|There are 0 datanode/i],
  ['HDFS_NOT_EMPTY', /is non empty|DirectoryNotEmpty/i],
]

/** What HDFS refused, in our words. `what` is what was being done, such as `writing /datalake/raw/x`. */
export function refusal(remote: RemoteException, what: string, advice: Advice): CineError {
  const { exception, message } = remote
  const text = `${exception}: ${message}`
  // A full disk and a missing DataNode are told in nearly the same words; the number in them decides.
  const code = /There are 0 datanode/.test(message)
    ? 'HDFS_NO_DATANODE'
    : (KINDS.find(([, pattern]) => pattern.test(text))?.[0] ?? 'HDFS_REFUSED')
  const { sentence, hint } = WORDS[code]?.(what, message, advice) ?? {
    sentence: `HDFS refused ${what}: ${message || exception}`,
    hint: 'The log of the NameNode may say more.',
  }
  return new CineError(code, sentence, { hint, details: { exception, remote_message: message } })
}

type Words = (what: string, message: string, advice: Advice) => { sentence: string; hint: string }

const WORDS: Record<string, Words> = {
  HDFS_SAFE_MODE: (what, message, { hdfs }) => ({
    sentence: `HDFS is in safe mode and takes no changes (${what}): ${safeModeReason(message)}`,
    hint: `It ends by itself once enough blocks are reported; \`cine cluster status\` tells. When it was turned on by hand: ${hdfs} dfsadmin -safemode leave`,
  }),
  HDFS_QUOTA: (what, message, { hdfs }) => ({
    sentence: `A quota of HDFS is reached (${what}): ${message}`,
    hint: `Remove old runs there, or raise it: ${hdfs} dfsadmin -setSpaceQuota SIZE DIR (-setQuota for a number of files).`,
  }),
  HDFS_PERMISSION: (what, message, { hdfs }) => ({
    sentence: `HDFS does not allow ${what}: ${message}`,
    hint: `Give the rights (${hdfs} dfs -chmod 775 DIR, as its owner), choose another HDFS_RAW or HDFS_CURATED, or set HADOOP_USER_NAME.`,
  }),
  HDFS_NOT_FOUND: (what, message) => ({
    sentence: `HDFS has no such file or folder (${what}): ${message}`,
    hint: 'Check the path; `cine cluster init` makes the folders of the lake.',
  }),
  HDFS_EXISTS: (what, message) => ({
    sentence: `A file stands in the way (${what}): ${message}`,
    hint: 'Remove or rename it, then try again.',
  }),
  HDFS_BAD_NAME: (what, message) => ({
    sentence: `HDFS does not take this name (${what}): ${message}`,
    hint: 'Names in HDFS hold no colon: rename the file and land it again.',
  }),
  HDFS_DISK_FULL: (what) => ({
    sentence: `The disks of HDFS are full (${what}).`,
    hint: 'Free space on the machines of the DataNodes: `cine cluster purge` lists what can go.',
  }),
  HDFS_NO_DATANODE: (what, _, { start }) => ({
    sentence: `No DataNode is there to take the blocks (${what}).`,
    hint: `Start it: ${start}. \`cine cluster status\` tells which daemons run.`,
  }),
  HDFS_NOT_EMPTY: (what) => ({
    sentence: `The folder is not empty (${what}).`,
    hint: 'Ask for it with all it holds.',
  }),
}

/** The NameNode repeats the name of the call; what follows it is the reason. */
function safeModeReason(message: string): string {
  return message.replace(/^.*Name ?node is in safe mode\.?\s*/i, '').trim() || 'it has just been started.'
}

/** The NameNode gave no answer. */
export function unreachable(error: unknown, advice: Advice): CineError {
  const why = error instanceof Error ? error.message : String(error)
  if (error instanceof Unanswered && (error.status === 401 || error.status === 403)) return kerberos(why)
  return new CineError('HDFS_UNREACHABLE', `The NameNode cannot be reached: ${why}`, {
    hint: `Start HDFS: ${advice.start}. For another cluster, check HADOOP_CONF_DIR and the network.`,
    cause: error,
  })
}

export function kerberos(what: string): CineError {
  return new CineError('HDFS_KERBEROS', `The cluster asks for Kerberos, which is not spoken here: ${what}`, {
    hint: 'Use a cluster (or a gateway such as HttpFS) with simple authentication.',
  })
}
