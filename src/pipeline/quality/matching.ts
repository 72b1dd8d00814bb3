import { access } from 'node:fs/promises'
import type { QualityReport } from '../api.ts'
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
    ambiguous: await ambiguousOf(duck, ambiguousPairs(layout, manifest.run_id), limit, options),
  }
}

/** None when the run noted none. */
async function ambiguousOf(
  duck: Duck,
  path: string,
  limit: number,
  options: QueryOptions,
): Promise<QualityReport['matching']['ambiguous']> {
  const there = await access(path).then(
    () => true,
    () => false,
  )
  if (!there) return { total: 0, rows: [] }
  const params = [filePath(path)]
  const [counted] = await duck.query<{ total: number }>(
    'SELECT count(*) AS total FROM read_parquet($1, hive_partitioning = false)',
    params,
    options,
  )
  const rows = await duck.query(
    'SELECT * FROM read_parquet($1, hive_partitioning = false) LIMIT $2',
    [...params, limit],
    options,
  )
  return { total: counted?.total ?? 0, rows }
}
