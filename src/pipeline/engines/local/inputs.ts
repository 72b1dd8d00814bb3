import { createHash } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Duck } from '../../duck/index.ts'
import { CineError } from '../../errors.ts'
import { cleanCopy, landedFiles, needsCleanCopy } from '../../ingest/index.ts'
import type { LandedFile } from '../../lake/landed.ts'
import type { LakeLayout } from '../../lake/layout.ts'
import type { SourceSpec } from '../../sources/index.ts'

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

/** The same files, rules and options have the same fingerprint. */
export function fingerprintOf(
  landed: readonly LandedFile[],
  rules: string,
  nRows: number | undefined,
): string {
  const files = landed.map(({ source, sha256, lake_path }) => [source, sha256, lake_path])
  return createHash('sha256')
    .update(JSON.stringify([rules, nRows ?? null, files]))
    .digest('hex')
}

const REJECTS = `CREATE TABLE rejects (source VARCHAR, file VARCHAR, path VARCHAR, line BIGINT, reason VARCHAR,
  detail VARCHAR, raw VARCHAR)`

export interface PrepareOptions {
  work: string
  specs: readonly SourceSpec[]
  n_rows?: number | undefined
  signal: AbortSignal
  onFile(index: number): void
}

/** Makes every file one that any CSV reader reads alike, and fills `rejects` with the records left out. */
export async function prepareInputs(
  duck: Duck,
  landed: readonly LandedFile[],
  options: PrepareOptions,
): Promise<Input[]> {
  await mkdir(options.work, { recursive: true })
  await duck.run(REJECTS)
  const rejects = await duck.appender('rejects')
  const inputs: Input[] = []
  try {
    for (const [index, file] of landed.entries()) {
      options.onFile(index)
      inputs.push(
        needsCleanCopy(file)
          ? await copied(file, join(options.work, `${index}.csv`), options, (reject) => {
              const { line, reason, detail, raw } = reject
              rejects.row([file.source, file.file, file.lake_path, line, reason, detail, raw])
            })
          : asItIs(file, options.n_rows),
      )
    }
  } finally {
    rejects.close()
  }
  return inputs
}

async function copied(
  landed: LandedFile,
  path: string,
  { n_rows, signal, specs }: PrepareOptions,
  onReject: Parameters<typeof cleanCopy>[2]['onReject'],
): Promise<Input> {
  const limit = n_rows === undefined ? {} : { limit: n_rows }
  const counts = await cleanCopy(landed, path, { ...limit, specs, signal, onReject })
  return { landed, path, delimiter: landed.delimiter, ...counts }
}

function asItIs(landed: LandedFile, nRows: number | undefined): Input {
  const rows = Math.min(landed.rows, nRows ?? landed.rows)
  return { landed, path: landed.path, delimiter: landed.delimiter, rows_in: rows, good: rows, rejected: 0 }
}
