import {
  mergedFilms,
  mergedReviews,
  prepareContributions,
  readContributions,
} from '../contributions/index.ts'
import { type Duck, fileList, openDuck } from '../duck/index.ts'
import type { LakeLayout } from '../lake/layout.ts'
import { type Manifest, readCurrent, tableFiles } from '../lake/manifest.ts'
import { filesOf, readTable } from '../lake/read-table.ts'
import { TABLE_NAMES } from '../lake/schema.ts'
import { duckLimits } from '../settings/index.ts'
import { bare, duckdbDialect, fold } from '../transform/index.ts'
import { onceEach } from './once-each.ts'

/** A published run, merged with what people contributed, as both were when it was opened. */
export interface Published {
  readonly layout: LakeLayout
  readonly manifest: Manifest
  readonly duck: Duck
  readonly memoryLimitBytes: number
  /** Makes what only some questions need, once, at the first of these. A question that is cancelled leaves;
   * the work goes on, for the others that wait and for the next. */
  prepared(name: string, statements: readonly string[], signal?: AbortSignal): Promise<void>
  close(): void
}

/** Of what this machine can still give, what reading may take. */
const MEMORY_SHARE = 0.4

/**
 * Opens the published run; null when there is none. Films are held in memory, in the order of their ids
 * (`rowid`), for every page and report asks them again; the other tables are read from their files. Throws
 * `MANIFEST_DAMAGED`, `TABLE_MISSING`, `TABLE_ALTERED`, `LAKE_TOO_NEW`.
 */
export async function openPublished(layout: LakeLayout): Promise<Published | null> {
  const manifest = await readCurrent(layout)
  if (!manifest) return null
  const contributions = await readContributions(layout)
  const limits = await duckLimits(MEMORY_SHARE)
  const duck = await openDuck({
    ...limits,
    prepare: async (run) => {
      for (const table of TABLE_NAMES)
        await run(`SET VARIABLE ${filesOf(table)} = $1`, [fileList(tableFiles(layout, manifest, table))])
    },
  })
  try {
    await createTables(duck, contributions)
  } catch (error) {
    duck.close()
    throw error
  }
  const closing = new AbortController()
  const prepare = onceEach(async (statements: readonly string[]) => {
    for (const statement of statements) await duck.run(statement, [], { signal: closing.signal })
  })
  return {
    layout,
    manifest,
    duck,
    memoryLimitBytes: limits.memoryLimitBytes,
    prepared: prepare,
    close: () => {
      closing.abort()
      duck.close()
    },
  }
}

async function createTables(duck: Duck, contributions: Contributions): Promise<void> {
  const films = await readTable(duck, 'films')
  await prepareContributions(duck, films, contributions)
  const reviews = await readTable(duck, 'reviews', [
    'file_index::INTEGER AS file_no',
    'file_row_number AS file_row',
  ])
  for (const statement of [
    `CREATE MACRO fold(written) AS (${fold(duckdbDialect(), 'written')})`,
    `CREATE MACRO bare(written) AS (${bare(duckdbDialect(), 'written')})`,
    `CREATE TABLE films AS ${mergedFilms(films)} ORDER BY film_id`,
    `CREATE TABLE genres AS SELECT genre, fold(genre) AS key
      FROM (SELECT DISTINCT unnest(genres) AS genre FROM films) AS used WHERE genre IS NOT NULL ORDER BY genre`,
    // Once for each genre of a film, by their rows.
    `CREATE TABLE film_genres AS SELECT DISTINCT film_row, genres.rowid AS genre_row
      FROM (SELECT rowid AS film_row, unnest(genres) AS genre FROM films) AS named JOIN genres USING (genre)
      ORDER BY film_row, genre_row`,
    // A review is known by its place: contributed ones stand before those of the files.
    `CREATE VIEW reviews AS ${mergedReviews(reviews, ['-1', 'rowid'])}`,
    `CREATE VIEW people AS ${await readTable(duck, 'people')}`,
  ])
    await duck.run(statement)
}

type Contributions = Awaited<ReturnType<typeof readContributions>>
