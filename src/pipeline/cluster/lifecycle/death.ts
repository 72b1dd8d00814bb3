import type { DaemonName } from '../../api.ts'
import { CineError } from '../../errors.ts'
import { daemonLog, daemonOut } from '../daemons/java-command.ts'
import { DAEMONS } from '../daemons/specs.ts'
import type { ClusterHome } from '../folders.ts'
import { lastLines } from './log-tail.ts'

interface Cause {
  code: string
  pattern: RegExp
  /** What it means; the line found when left out. */
  sentence?: (match: RegExpExecArray) => string
  hint: string
}

const ERASE = '`cine cluster init --force` begins a new HDFS and erases what this one holds.'

/** Why a daemon ends right after its start, the most telling first. */
const CAUSES: readonly Cause[] = [
  {
    code: 'CLUSTER_PORT_TAKEN',
    pattern: /BindException: (?:Problem binding to \[([^\]]+)\]|Port in use: (\S+)|Address already in use)/,
    sentence: ([, one, other]) => `its port is in use${one || other ? ` (${one ?? other})` : ''}.`,
    hint: 'Run `cine cluster up` again: it takes another port.',
  },
  {
    code: 'HDFS_IDS_DIFFER',
    pattern: /Incompatible clusterIDs|Incompatible namespaceIDs/,
    sentence: () => 'its blocks belong to another name node.',
    hint: `Put back the name node's folder that belongs to them, or: ${ERASE}`,
  },
  {
    code: 'HDFS_NAMENODE_DAMAGED',
    pattern:
      /InconsistentFSStateException.*|NameNode is not formatted.*|Gap in transactions.*|Failed to load FSImage.*|No valid image files found/,
    hint: `Restore the folder from a copy, or: ${ERASE}`,
  },
  {
    code: 'DISK_FULL',
    pattern: /No space left on device|available space is .* required/,
    sentence: () => 'the disk is full.',
    hint: 'Free some space, then run `cine cluster up` again; `cine cluster purge` lists what can go.',
  },
  {
    code: 'JAVA_TOO_OLD',
    pattern: /UnsupportedClassVersionError.*|Unrecognized option: --add-opens.*/,
    hint: 'Set JAVA_HOME to a Java 17 or later.',
  },
  {
    code: 'MEMORY_LOW',
    pattern:
      /OutOfMemoryError: [^\n]*|There is insufficient memory[^\n]*|Could not reserve enough space[^\n]*/,
    hint: 'Close other programs, or use the local engine.',
  },
  {
    code: 'PERMISSION_DENIED',
    pattern: /(?:Permission denied|Cannot (?:create|write)|not writable)[^\n]*/i,
    hint: 'Check the rights of the cluster’s folder (CINE_CLUSTER_HOME).',
  },
]

/** The error for a daemon that is gone, with the cause out of what it wrote. */
export async function daemonDied(home: ClusterHome, name: DaemonName): Promise<CineError> {
  const log = daemonLog(home, name)
  const lines = [...(await lastLines(daemonOut(home, name), 100)), ...sinceStart(await lastLines(log, 1000))]
  const { title } = DAEMONS[name]
  const { code, sentence, hint } = causeOfDeath(lines)
  return new CineError(
    code ?? 'CLUSTER_DAEMON_DIED',
    `The ${title} ended right after its start: ${sentence}`,
    {
      hint: `${hint} Its log: ${log}`,
      details: { daemon: name, log, last_lines: lines.slice(-20) },
    },
  )
}

/** The log goes on from one start to the next: what an earlier one said is not the cause of this end. */
export function sinceStart(lines: readonly string[]): readonly string[] {
  const at = lines.findLastIndex((line) => line.includes('STARTUP_MSG: Starting '))
  return at < 0 ? lines : lines.slice(at)
}

export function causeOfDeath(lines: readonly string[]): {
  code: string | null
  sentence: string
  hint: string
} {
  const text = lines.join('\n')
  for (const { code, pattern, sentence, hint } of CAUSES) {
    const match = pattern.exec(text)
    if (match) return { code, sentence: sentence?.(match) ?? match[0].trim(), hint }
  }
  const telling = lines.findLast(
    (line) => /\b(ERROR|FATAL)\b|Exception|^Error/.test(line) && !/SHUTDOWN_MSG/.test(line),
  )
  return {
    code: null,
    sentence: telling?.trim() ?? 'it said nothing of why.',
    hint: '`cine doctor` looks at what it needs.',
  }
}
