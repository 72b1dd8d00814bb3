import { z } from 'zod'
import { CineError } from '../errors.ts'
import type { LakeLayout } from '../lake/layout.ts'
import { type Entry, entrySchema } from './entry.ts'
import { journalExists } from './journal.ts'
import { contribute } from './store.ts'

const FORMAT = 'cine-contributions'

/** The journal as one JSON document, to hand it to a colleague. */
export const handoverSchema = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(1),
  exported_at: z.iso.datetime(),
  entries: z.array(entrySchema).max(1_000_000),
})
export type Handover = z.infer<typeof handoverSchema>

export function handover(entries: readonly Entry[]): Handover {
  return { format: FORMAT, version: 1, exported_at: new Date().toISOString(), entries: [...entries] }
}

/** Adds the lines of a colleague's journal that this one lacks. Throws `IMPORT_NOT_A_JOURNAL`. */
export async function importHandover(
  layout: LakeLayout,
  document: unknown,
): Promise<{ imported: number; already_there: number }> {
  const read = handoverSchema.safeParse(document)
  if (!read.success) {
    const [issue] = read.error.issues
    throw new CineError(
      'IMPORT_NOT_A_JOURNAL',
      `This is not an exported journal: ${issue?.path.join('.') || 'document'}: ${issue?.message}.`,
      { hint: 'Give a file that `cine contribute export` wrote; nothing was changed.' },
    )
  }
  const { entries } = read.data
  if (entries.length === 0 && !(await journalExists(layout))) return { imported: 0, already_there: 0 }
  const added = await contribute(layout, () => entries)
  return { imported: added.length, already_there: entries.length - added.length }
}
