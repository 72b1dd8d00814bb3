import { readFile, rm, stat } from 'node:fs/promises'
import { z } from 'zod'
import { writeFileAtomic } from '../lake/atomic.ts'

/** What is known of an archive that is being downloaded, so that another run can go on with it. */
const stateSchema = z.strictObject({
  url: z.string(),
  /** Names this very content: only with it can a part be trusted to be a part of the same. */
  validator: z.string(),
  total: z.int().min(0).nullable(),
})
export type PartialState = z.infer<typeof stateSchema>

const statePath = (path: string) => `${path}.json`

/** What an earlier attempt left at `path`, or null when there is nothing to go on with. */
export async function readPartial(
  path: string,
  url: string,
): Promise<{ state: PartialState; bytes: number } | null> {
  try {
    const state = stateSchema.parse(JSON.parse(await readFile(statePath(path), 'utf8')))
    const { size } = await stat(path)
    return state.url === url && size > 0 ? { state, bytes: size } : null
  } catch {
    return null
  }
}

/** Whether what lies at `path` is a part, which another attempt may go on with. */
export async function isPartial(path: string): Promise<boolean> {
  return stat(statePath(path)).then(
    () => true,
    () => false,
  )
}

export async function writePartial(path: string, state: PartialState): Promise<void> {
  await writeFileAtomic(statePath(path), JSON.stringify(state))
}

/** Forgets how to go on; what was downloaded stays. */
export async function closePartial(path: string): Promise<void> {
  await rm(statePath(path), { force: true })
}

export async function removePartial(path: string): Promise<void> {
  await rm(path, { force: true })
  await closePartial(path)
}
