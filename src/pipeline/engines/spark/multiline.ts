import { createReadStream } from 'node:fs'
import type { Input } from '../local/inputs.ts'

const LINE_END = 10

/**
 * Tells whether a record of the file goes over several lines. Its last line may lack its end; every record, and the
 * header, has at least one.
 */
export async function withLines(input: Input, signal: AbortSignal): Promise<Input & { multiline: boolean }> {
  const records = input.landed.path === input.path ? input.landed.rows : input.good
  return { ...input, multiline: (await lineEnds(input.path, signal)) > records + 1 }
}

async function lineEnds(path: string, signal: AbortSignal): Promise<number> {
  let count = 0
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20, signal })) {
    const bytes = chunk as Buffer
    for (let at = bytes.indexOf(LINE_END); at >= 0; at = bytes.indexOf(LINE_END, at + 1)) count++
  }
  return count
}
