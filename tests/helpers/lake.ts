import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** An empty folder to be a lake, removed when the test ends. */
export async function tempLake(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'cine-lake-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}
