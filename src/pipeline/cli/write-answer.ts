import { resolve } from 'node:path'
import { writeFileAtomic } from '../lake/atomic.ts'
import { lakeLayout } from '../lake/layout.ts'
import { outsidePath } from '../lake/outside.ts'
import type { Context } from './context.ts'

/** Writes an answer where the person says, whole or not at all; gives its path. Throws `EXPORT_INTO_LAKE`, `EXPORT_FOLDER`. */
export async function writeAnswer(context: Context, file: string, answer: unknown): Promise<string> {
  const path = await outsidePath(lakeLayout(context.lake), resolve(file))
  await writeFileAtomic(path, `${JSON.stringify(answer, null, 2)}\n`)
  return path
}
