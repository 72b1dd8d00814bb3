import { createHash } from 'node:crypto'
import type { Duck } from '../../duck/index.ts'
import { CineError } from '../../errors.ts'
import { landedFiles, needsCleanCopy, verifyTouched } from '../../ingest/index.ts'
import type { LandedFile } from '../../lake/landed.ts'
import type { LakeLayout } from '../../lake/layout.ts'
import type { SourceSpec } from '../../sources/index.ts'
import { type PrepareOptions, prepareCopy } from '../prepared.ts'

/** A landed file as a run reads it. */
export interface Input {
  landed: LandedFile
  /** What is read: the file itself, or its clean copy. */
  path: string
  delimiter: string
  /** The file itself has a first line of names that an engine must skip; so has the copy. */
  rows_in: number
  /** Records without a fault: what an engine must read. */
  good: number
  rejected: number
}

/** Everything that landed and that the rules know. Throws `NOTHING_LANDED`, `RAW_DAMAGED`. */
export async function inputsOf(layout: LakeLayout, specs: readonly SourceSpec[]): Promise<LandedFile[]> {
  const known = new Set(specs.map((spec) => spec.id))
  const landed = (await landedFiles(layout)).filter((file) => known.has(file.source))
  if (landed.length > 0) return landed
  throw new CineError(
    'NOTHING_LANDED',
    'There is nothing to transform: no file has landed in this lake yet.',
    {
      hint: 'Run `cine ingest --from DIR` on your dumps first, or `cine pipeline --from DIR` to do both.',
      details: { lake: layout.root },
    },
  )
}

/** The same files, specifications, rules and options have the same fingerprint. */
export function fingerprintOf(
  landed: readonly LandedFile[],
  specs: readonly SourceSpec[],
  rules: string,
  nRows: number | undefined,
): string {
  const files = landed.map(({ source, sha256, lake_path }) => [source, sha256, lake_path])
  const used = specs.filter((spec) => landed.some((file) => file.source === spec.id))
  return createHash('sha256')
    .update(JSON.stringify([rules, nRows ?? null, files, used]))
    .digest('hex')
}

const REJECTS = `CREATE TABLE rejects (source VARCHAR, file VARCHAR, path VARCHAR, line BIGINT, reason VARCHAR,
  detail VARCHAR, raw VARCHAR)`

/**
 * Makes every file one that any CSV reader reads alike, and fills `rejects` with the records left out. `noted`
 * resolves when what a later run could use of it is on the disk. Throws `RAW_DAMAGED` for a file that was changed.
 */
export async function prepareInputs(
  duck: Duck,
  layout: LakeLayout,
  landed: readonly LandedFile[],
  options: Omit<PrepareOptions, 'onReject'> & { onFile(index: number): void },
): Promise<{ inputs: Input[]; prepared_before: string[]; noted: Promise<unknown> }> {
  await verifyTouched(landed, options.signal)
  await duck.run(REJECTS)
  const rejects = await duck.appender('rejects')
  const inputs: Input[] = []
  const prepared_before: string[] = []
  const noted: Promise<void>[] = []
  try {
    for (const [index, file] of landed.entries()) {
      options.onFile(index)
      if (!needsCleanCopy(file)) {
        inputs.push(asItIs(file, options.n_rows))
        continue
      }
      const onReject: PrepareOptions['onReject'] = ({ line, reason, detail, raw }) =>
        rejects.row([file.source, file.file, file.lake_path, line, reason, detail, raw])
      const copy = await prepareCopy(layout, file, { ...options, onReject })
      const { path, rows_in, good, rejected } = copy
      inputs.push({ landed: file, path, delimiter: file.delimiter, rows_in, good, rejected })
      if (copy.before) prepared_before.push(file.file)
      noted.push(copy.noted)
    }
  } finally {
    rejects.close()
  }
  return { inputs, prepared_before, noted: Promise.all(noted) }
}

function asItIs(landed: LandedFile, nRows: number | undefined): Input {
  const rows = Math.min(landed.rows, nRows ?? landed.rows)
  return { landed, path: landed.path, delimiter: landed.delimiter, rows_in: rows, good: rows, rejected: 0 }
}
