import { basename } from 'node:path'
import type { Recognition } from '../api.ts'
import { toPayload } from '../errors.ts'
import { recogniseHeader, SOURCES, type SourceSpec } from '../sources/index.ts'
import { type Content, openContents } from './content/content.ts'
import { takeHead } from './head.ts'
import { inspectHead } from './inspect.ts'

/** Cells of a preview, at most: a header of 100,000 columns must not fill a window's memory. */
const PREVIEW_CELLS = 20_000

/** Reads the beginning of each file, of each table of an archive, to tell what it is; never throws for one
 * that it cannot read, the `error` of its recognition says why. */
export async function recogniseFiles(
  paths: readonly string[],
  specs: readonly SourceSpec[] = SOURCES,
): Promise<Recognition[]> {
  const found: Recognition[] = []
  for (const path of paths) {
    const before = found.length
    try {
      for await (const content of openContents(path)) found.push(await recogniseContent(path, content, specs))
    } catch (error) {
      // Of an archive that breaks off, what was read before stands.
      if (found.length === before) found.push({ ...unread(path), error: toPayload(error) })
    }
  }
  return found
}

function unread(path: string): Recognition {
  return {
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
}

async function recogniseContent(
  path: string,
  content: Content,
  specs: readonly SourceSpec[],
): Promise<Recognition> {
  const { file, compression } = content
  const recognition: Recognition = { ...unread(path), file, compression }
  try {
    const { head, whole, rest } = await takeHead(content)
    await rest.return?.()
    const { encoding, delimiter, header, preview } = inspectHead(file, head, whole)
    const rows = Math.ceil(PREVIEW_CELLS / Math.max(1, header.length))
    Object.assign(recognition, { encoding, delimiter, columns: header, preview: preview.slice(0, rows) })
    const { spec, score } = recogniseHeader(file, header, specs)
    Object.assign(recognition, { source: spec.id, score })
  } catch (error) {
    recognition.error = toPayload(error)
  }
  return recognition
}
