import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { execa } from 'execa'
import { onTestFinished } from 'vitest'

/** A disk of its own, so small that it can be filled. */
export interface SmallDisk {
  folder: string
  readOnly(): Promise<void>
}

/** Only root may mount a disk, and has to become someone else to be refused anything. */
export const IS_ROOT = process.platform === 'linux' && process.getuid?.() === 0

export async function smallDisk(bytes: number): Promise<SmallDisk> {
  const folder = await mkdtemp(join(tmpdir(), 'cine-disk-'))
  await execa('mount', ['-t', 'tmpfs', '-o', `size=${bytes},mode=755`, 'cine-test', folder])
  onTestFinished(async () => {
    await execa('umount', ['--lazy', folder])
    await rm(folder, { recursive: true, force: true })
  })
  return { folder, readOnly: async () => void (await execa('mount', ['-o', 'remount,ro', folder])) }
}
