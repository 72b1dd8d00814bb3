import { createReadStream } from 'node:fs'
import type { Input } from '../local/inputs.ts'

const LF = 10
const CR = 13

/**
 * Tells whether a record of the file goes over several lines, as Spark cuts lines. Its last line may lack its end;
 * every record, and the header, has at least one.
 */
export async function withLines(input: Input, signal: AbortSignal): Promise<Input & { multiline: boolean }> {
  const records = input.landed.path === input.path ? input.landed.rows : input.good
  return { ...input, multiline: (await lineEnds(input.path, signal)) > records + 1 }
}

/** How many line ends a file has for Hadoop's reader: LF, CR LF, and a CR alone. */
export async function lineEnds(path: string, signal: AbortSignal, chunkBytes = 1 << 20): Promise<number> {
  let count = 0
  /** The chunk before ended in a CR, whose LF may come. */
  let open = false
  for await (const chunk of createReadStream(path, { highWaterMark: chunkBytes, signal })) {
    const bytes = chunk as Buffer
    if (open && bytes[0] !== LF) count++
    open = bytes.at(-1) === CR
    for (let at = bytes.indexOf(LF); at >= 0; at = bytes.indexOf(LF, at + 1)) count++
    for (let at = bytes.indexOf(CR); at >= 0; at = bytes.indexOf(CR, at + 1))
      if (at + 1 < bytes.length && bytes[at + 1] !== LF) count++
  }
  return open ? count + 1 : count
}
