import { spawnSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { execa } from 'execa'
import { onTestFinished } from 'vitest'
import { firstLine } from '../cine.ts'

/** A disk of its own, so small that it can be filled. */
export interface SmallDisk {
  folder: string
  readOnly(): Promise<void>
}

export const IS_ROOT = process.getuid?.() === 0
/** Who is not root mounts in a namespace of their own, where the system lets them. */
const NAMESPACE = ['--user', '--map-root-user', '--mount']
export const CAN_MOUNT =
  process.platform === 'linux' && (IS_ROOT || spawnSync('unshare', [...NAMESPACE, 'true']).status === 0)

export async function smallDisk(bytes: number): Promise<SmallDisk> {
  const folder = await mkdtemp(join(tmpdir(), 'cine-disk-'))
  const options = ['-t', 'tmpfs', '-o', `size=${bytes},mode=755`, 'cine-test', folder]
  if (!IS_ROOT) return inNamespace(folder, options)
  await execa('mount', options)
  onTestFinished(async () => {
    await execa('umount', ['--lazy', folder])
    await rm(folder, { recursive: true, force: true })
  })
  return { folder, readOnly: async () => void (await execa('mount', ['-o', 'remount,ro', folder])) }
}

/** The disk is there for a process that waits, and for others through the root folder of that process. */
async function inNamespace(folder: string, options: readonly string[]): Promise<SmallDisk> {
  const script = 'mount "$@" && echo "$$" && exec sleep 3600'
  const holder = execa('unshare', [...NAMESPACE, 'sh', '-c', script, 'sh', ...options], { reject: false })
  onTestFinished(async () => {
    holder.kill('SIGKILL')
    await holder
    await rm(folder, { recursive: true, force: true })
  })
  const pid = await firstLine(holder.stdout)
  const inside = ['--target', pid, '--user', '--mount', '--preserve-credentials']
  return {
    folder: `/proc/${pid}/root${folder}`,
    readOnly: async () => void (await execa('nsenter', [...inside, 'mount', '-o', 'remount,ro', folder])),
  }
}
