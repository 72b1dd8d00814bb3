import { readFile } from 'node:fs/promises'
import { execa } from 'execa'

let boot: Promise<string> | null = null

/**
 * What tells a process from a later one with the same number: the moment it started, and of which boot.
 * Null when no such process runs (a zombie does not).
 */
export async function processIdentity(pid: number): Promise<string | null> {
  if (process.platform !== 'linux') return identityByPs(pid)
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null)
  const started = stat && startTicks(stat)
  return started && `${await bootId()}:${started}`
}

/** Reads `/proc/<pid>/stat`: the start in clock ticks since the boot; null for a process that has ended. The
 * name, in parentheses, may hold spaces and parentheses of its own. */
export function startTicks(stat: string): string | null {
  const fields = stat
    .slice(stat.lastIndexOf(')') + 1)
    .trim()
    .split(' ')
  const [state] = fields
  if (state === 'Z' || state === 'X' || state === 'x') return null
  return fields[19] ?? null
}

function bootId(): Promise<string> {
  boot ??= readFile('/proc/sys/kernel/random/boot_id', 'utf8').then(
    (id) => id.trim(),
    () => 'unknown',
  )
  return boot
}

async function identityByPs(pid: number): Promise<string | null> {
  const { stdout, failed } = await execa('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], { reject: false })
  const [, state = '', started = ''] = /^\s*(\S+)\s+(.+?)\s*$/.exec(failed ? '' : stdout) ?? []
  return started === '' || state.startsWith('Z') ? null : started
}
