import { basename } from 'node:path'
import type { Recognition } from '../api.ts'
import { toPayload } from '../errors.ts'
import { recogniseHeader, SOURCES, type SourceSpec } from '../sources/index.ts'
import { type Content, openContent } from './content.ts'
import { HEAD_BYTES, inspectHead } from './inspect.ts'

/** Reads the beginning of each file to tell what it is; never throws for a file it cannot read, the
 * `error` of its recognition says why. */
export async function recogniseFiles(
  paths: readonly string[],
  specs: readonly SourceSpec[] = SOURCES,
): Promise<Recognition[]> {
  const found: Recognition[] = []
  for (const path of paths) found.push(await recogniseFile(path, specs))
  return found
}

async function recogniseFile(path: string, specs: readonly SourceSpec[]): Promise<Recognition> {
  const recognition: Recognition = {
    path,
    file: basename(path),
    source: null,
    score: 0,
    encoding: '',
    delimiter: '',
    compression: 'none',
    columns: [],
    preview: [],
    error: null,
  }
  try {
    const content = await openContent(path)
    recognition.compression = content.compression
    const { head, whole } = await readHeadBytes(content)
    const { encoding, delimiter, header, preview } = inspectHead(content.file, head, whole)
    Object.assign(recognition, { encoding, delimiter, columns: header, preview })
    const { spec, score } = recogniseHeader(content.file, header, specs)
    Object.assign(recognition, { source: spec.id, score })
  } catch (error) {
    recognition.error = toPayload(error)
  }
  return recognition
}

async function readHeadBytes(content: Content): Promise<{ head: Buffer; whole: boolean }> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of content.chunks) {
    chunks.push(chunk)
    length += chunk.length
    if (length > HEAD_BYTES) break
  }
  return { head: Buffer.concat(chunks).subarray(0, HEAD_BYTES), whole: length <= HEAD_BYTES }
}
