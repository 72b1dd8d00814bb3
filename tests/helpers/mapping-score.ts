import { readdir } from 'node:fs/promises'
import { sampleTables, type TableSample } from '../../src/pipeline/ingest/index.ts'
import { proposeColumns } from '../../src/pipeline/mapping/propose.ts'
import { fieldIndexes, recogniseHeader, SOURCES } from '../../src/pipeline/sources/index.ts'
import { sharedData } from './shared-data.ts'

export interface MappingScore {
  file: string
  /** Columns that mean something, and of these those that were told. */
  used: number
  right: number
  /** Columns that are left aside, and of these those that were left. */
  aside: number
  left: number
  /** For people: what went wrong. */
  wrong: string[]
}

/**
 * How well the real files are told with their specifications hidden: `named` with their headers, `scrambled`
 * with names that say nothing. What is right is what the specification says.
 */
export async function scoreMappings(headers: 'named' | 'scrambled'): Promise<MappingScore[]> {
  const scores: MappingScore[] = []
  for (const folder of await readdir(sharedData()))
    for (const name of await readdir(sharedData(folder)).catch(() => []))
      if (/\.(csv|tsv)\.gz$/.test(name))
        for await (const sample of sampleTables(sharedData(folder, name))) {
          const score = scoreOf(sample, headers)
          if (score) scores.push(score)
        }
  return scores
}

function scoreOf(sample: TableSample, headers: 'named' | 'scrambled'): MappingScore | null {
  const spec = knownSpec(sample)
  if (!spec) return null
  const indexes = fieldIndexes(spec, sample.header)
  const truth = new Map(
    spec.fields.flatMap(({ name, means }) => (means ? [[indexes[name] ?? -1, means] as const] : [])),
  )
  const header = headers === 'named' ? sample.header : sample.header.map((_, index) => `col_${index + 1}`)
  const { chosen } = proposeColumns(header, sample.rows)
  const score: MappingScore = { file: sample.file, used: 0, right: 0, aside: 0, left: 0, wrong: [] }
  sample.header.forEach((column, index) => {
    const wanted = truth.get(index) ?? null
    const got = chosen[index]?.means ?? null
    if (wanted) score.used++
    else score.aside++
    if (got === wanted) {
      if (wanted) score.right++
      else score.left++
    } else score.wrong.push(`${column}: ${wanted ?? 'nothing'}, not ${got ?? 'nothing'}`)
  })
  return score
}

function knownSpec({ file, header }: TableSample) {
  try {
    return recogniseHeader(file, header, SOURCES).spec
  } catch {
    return null
  }
}

export function shares(scores: readonly MappingScore[]): { used: number; all: number } {
  const sum = (of: (score: MappingScore) => number) => scores.reduce((total, score) => total + of(score), 0)
  const used = sum((score) => score.used)
  const right = sum((score) => score.right)
  return {
    used: right / used,
    all: (right + sum((score) => score.left)) / (used + sum((score) => score.aside)),
  }
}
