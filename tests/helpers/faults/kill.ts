import { readFile, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { startCine } from '../cine.ts'

const PRELOAD = join(import.meta.dirname, 'kill-at-change.mjs')
const withPreload = (env: Record<string, string>) => ({
  env: { NODE_OPTIONS: `--import=${PRELOAD}`, ...env },
})

/** How many changes a command makes on the disk: the moments at which it can be killed. */
export async function countChanges(args: readonly string[]): Promise<number> {
  const file = join(tmpdir(), `cine-count-${process.pid}-${Math.random()}`)
  try {
    const { exitCode, stderr } = await startCine(args, withPreload({ CINE_TEST_COUNT: file }))
    if (exitCode !== 0) throw new Error(`cine ${args.join(' ')} failed: ${stderr}`)
    return Number(await readFile(file, 'utf8'))
  } finally {
    await rm(file, { force: true })
  }
}

/** Runs a command that is killed before its change number `at`; false when it ended before it came to that. */
export async function killedAtChange(args: readonly string[], at: number): Promise<boolean> {
  const { signal } = await startCine(args, withPreload({ CINE_TEST_KILL_AT: String(at) }))
  return signal === 'SIGKILL'
}

/** Runs a command that is killed after so many milliseconds; false when it ended before. */
export async function killedAfter(args: readonly string[], milliseconds: number): Promise<boolean> {
  const child = startCine(args)
  await Promise.race([sleep(milliseconds), child])
  child.kill('SIGKILL')
  const { signal } = await child
  return signal === 'SIGKILL'
}

/**
 * Runs a command that the power fails before its change number `at`, or just after it ended when there is none; then
 * the lake is what a disk still has of it: everything that was not flushed is gone.
 * @returns whether the command had come to its end
 */
export async function powerCut(root: string, args: readonly string[], at = 0): Promise<boolean> {
  const disk = `${root}.after`
  const env = { CINE_TEST_KILL_AT: String(at), CINE_TEST_LAKE: root, CINE_TEST_DISK: disk }
  const { exitCode, signal, stderr } = await startCine(args, withPreload(env))
  if (signal !== 'SIGKILL' && exitCode !== 0) throw new Error(`cine ${args.join(' ')} failed: ${stderr}`)
  await rm(root, { recursive: true })
  await rename(disk, root)
  return signal !== 'SIGKILL'
}
