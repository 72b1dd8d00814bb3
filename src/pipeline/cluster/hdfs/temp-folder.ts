import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import { processIdentity } from '../processes/identity.ts'
import type { HdfsClient, HdfsStatus } from './client.ts'

/** Inside the base, so that moving out of it is a rename; hidden from Spark, which passes over dots. */
const FOLDER = '.cine-tmp'
const DAY_MS = 86_400_000

/** Where a file is sent to before it is moved into its place. Its name tells who sends it. */
export const tempPath = (base: string) => `${base}/${FOLDER}/${hostname()}-${process.pid}-${randomUUID()}`

/** What commands that are gone have left: of this machine by their process, of others by their age. */
export async function abandoned(hdfs: HdfsClient, base: string, signal?: AbortSignal): Promise<HdfsStatus[]> {
  const files = await hdfs.files(`${base}/${FOLDER}`, { signal })
  const isGone = await Promise.all(files.map((file) => senderIsGone(file)))
  return files.filter((_, index) => isGone[index])
}

/** Removes those, and the folder when nothing is left in it. What cannot be removed is left for later. */
export async function tidyTempFolder(hdfs: HdfsClient, base: string, signal?: AbortSignal): Promise<void> {
  try {
    for (const { path } of await abandoned(hdfs, base, signal))
      await hdfs.remove(path, { recursive: false, signal })
    await hdfs.remove(`${base}/${FOLDER}`, { recursive: false, signal })
  } catch {
    // Somebody else is sending, or the rights are missing: neither stands in the way of what was sent.
  }
}

async function senderIsGone({ name, modified_at }: HdfsStatus): Promise<boolean> {
  if (Date.now() - Date.parse(modified_at) > DAY_MS) return true
  const [, host, pid] = /^(.+)-(\d+)-[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/.exec(name) ?? []
  return host === hostname() && (await processIdentity(Number(pid))) === null
}
