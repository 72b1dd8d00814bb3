import { open } from 'node:fs/promises'

/** Enough for a few hundred lines, stacks included. */
const TAIL_BYTES = 256 * 1024

/** The last lines of a file, oldest first; none when there is no such file. */
export async function lastLines(path: string, count: number): Promise<string[]> {
  const file = await open(path, 'r').catch(() => null)
  if (!file) return []
  try {
    const { size } = await file.stat()
    const length = Math.min(size, Math.max(TAIL_BYTES, count * 200))
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, size - length)
    const lines = buffer.subarray(0, bytesRead).toString('utf8').replace(/\n$/, '').split('\n')
    // The first one may be the end of a longer line.
    if (length < size) lines.shift()
    return lines.length === 1 && lines[0] === '' ? [] : lines.slice(-count)
  } finally {
    await file.close()
  }
}
