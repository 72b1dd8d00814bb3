import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { writeFileAtomic } from '../lake/atomic.ts'

/** Written last into a folder of the cache: without it, the folder is unfinished. */
const STAMP = 'cine-install.json'

const stampSchema = z.looseObject({
  version: z.string(),
  bytes: z.number(),
  installed_at: z.string(),
  /** Which arrangement of the folder this is: another one is made again. */
  arrangement: z.number(),
})
export type Stamp = z.infer<typeof stampSchema>

/** What was installed in a folder; null when nothing was, or only a part. */
export async function readStamp(folder: string): Promise<Stamp | null> {
  const text = await readFile(join(folder, STAMP), 'utf8').catch(() => null)
  if (text === null) return null
  try {
    return stampSchema.parse(JSON.parse(text))
  } catch {
    return null
  }
}

export function writeStamp(folder: string, stamp: Stamp): Promise<void> {
  return writeFileAtomic(join(folder, STAMP), `${JSON.stringify(stamp, null, 2)}\n`)
}
