import { access } from 'node:fs/promises'
import type { AmbiguousPair, QualityReport } from '../api.ts'
import { decisionsOf, readContributions } from '../contributions/index.ts'
import { type Duck, filePath, type QueryOptions } from '../duck/index.ts'
import type { LakeLayout } from '../lake/layout.ts'
import type { Manifest } from '../lake/manifest.ts'
import { ambiguousPairs } from '../lake/run-folders.ts'

/** How the films of the sources were found to be one, and which pairs were left alone. */
export async function matchingOf(
  duck: Duck,
  layout: LakeLayout,
  manifest: Manifest,
  { limit, ...options }: QueryOptions & { limit: number },
): Promise<QualityReport['matching']> {
  const methods = await duck.query<QualityReport['matching']['methods'][number]>(
    `SELECT match_method AS method, count(*) AS films, avg(match_score) AS mean_score FROM films
     GROUP BY match_method ORDER BY films DESC, method`,
    [],
    options,
  )
  return {
    methods,
    ambiguous: await ambiguousOf(duck, layout, manifest.run_id, { limit, ...options }),
  }
}

type Ambiguous = QualityReport['matching']['ambiguous']
type Row = Omit<AmbiguousPair, 'decision'>

/** None when the run noted none. */
async function ambiguousOf(
  duck: Duck,
  layout: LakeLayout,
  runId: string,
  { limit, ...options }: QueryOptions & { limit: number },
): Promise<Ambiguous> {
  const path = ambiguousPairs(layout, runId)
  if (!(await isThere(path))) return { total: 0, settled: 0, rows: [] }
  const rows = await duck.query<Row>(PAIRS, [filePath(path)], options)
  const decisions = new Map(
    decisionsOf(await readContributions(layout)).map((each) => [keyOf(each), each] as const),
  )
  const all = rows.map((row) => {
    const found = decisions.get(keyOf(row))
    return { ...row, decision: found ? { contribution_id: found.id, same: found.same } : null }
  })
  return {
    total: all.length,
    settled: all.filter(({ decision }) => decision !== null).length,
    rows: all.slice(0, limit),
  }
}

/** The pair of a run by its names; nothing when the run noted no such one. */
export async function ambiguousPair(
  duck: Duck,
  layout: LakeLayout,
  runId: string,
  { source, film, candidate }: Pick<AmbiguousPair, 'source' | 'film' | 'candidate'>,
): Promise<Row | undefined> {
  const path = ambiguousPairs(layout, runId)
  if (!(await isThere(path))) return undefined
  const [pair] = await duck.query<Row>(
    `SELECT * FROM (${PAIRS}) WHERE source = $2 AND film = $3 AND candidate = $4`,
    [filePath(path), source, film, candidate],
  )
  return pair
}

const PAIRS = `SELECT source, film, candidate, title, candidate_title, year, candidate_year, score, reason
  FROM read_parquet($1, hive_partitioning = false) ORDER BY source, film, score DESC, candidate`

const keyOf = ({ source, film, candidate }: Pick<AmbiguousPair, 'source' | 'film' | 'candidate'>) =>
  JSON.stringify([source, film, candidate])

const isThere = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  )
