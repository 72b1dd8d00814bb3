import {
  mergedFilms,
  mergedReviews,
  prepareContributions,
  readContributions,
} from '../contributions/index.ts'
import { type Duck, list, openDuck } from '../duck/index.ts'
import type { LakeLayout } from '../lake/layout.ts'
import { type Manifest, readCurrent, tableFiles } from '../lake/manifest.ts'
import { TABLE_NAMES } from '../lake/schema.ts'
import { duckdbDialect, fold } from '../transform/index.ts'
import { filesOf, readTable } from './read-table.ts'

/** A published run, merged with what people contributed, as both were when it was opened. */
export interface Published {
  readonly manifest: Manifest
  readonly duck: Duck
  /** Makes tables that only some questions need, once, at the first of these. */
  prepared(name: string, statements: readonly string[]): Promise<void>
  close(): void
}

/** Of what this machine can still give, what reading may take. */
const MEMORY_SHARE = 0.4

/**
 * Opens the published run; null when there is none. Films are held in memory, in the order of their ids
 * (`rowid`), for every page and report asks them again; the other tables are read from their files. Throws
 * `MANIFEST_DAMAGED`, `TABLE_MISSING`.
 */
export async function openPublished(layout: LakeLayout): Promise<Published | null> {
  const manifest = await readCurrent(layout)
  if (!manifest) return null
  const contributions = await readContributions(layout)
  const duck = await openDuck({
    memoryLimitBytes: process.availableMemory() * MEMORY_SHARE,
    prepare: async (run) => {
      for (const table of TABLE_NAMES)
        await run(`SET VARIABLE ${filesOf(table)} = $1`, [list(tableFiles(layout, manifest, table))])
    },
  })
  try {
    await prepareContributions(duck, readTable('films'), contributions)
    for (const statement of OPENING) await duck.run(statement)
  } catch (error) {
    duck.close()
    throw error
  }
  const made = new Map<string, Promise<void>>()
  return {
    manifest,
    duck,
    prepared: (name, statements) => {
      const before = made.get(name)
      if (before) return before
      const making = (async () => {
        for (const statement of statements) await duck.run(statement)
      })()
      made.set(name, making)
      // What failed is tried again by the next question.
      making.catch(() => made.delete(name))
      return making
    },
    close: () => duck.close(),
  }
}

const OPENING: readonly string[] = [
  `CREATE MACRO fold(written) AS (${fold(duckdbDialect(), 'written')})`,
  `CREATE TABLE films AS ${mergedFilms(readTable('films'))} ORDER BY film_id`,
  `CREATE TABLE genres AS SELECT genre, fold(genre) AS key
    FROM (SELECT DISTINCT unnest(genres) AS genre FROM films) AS used`,
  `CREATE VIEW reviews AS ${mergedReviews(readTable('reviews'))}`,
  `CREATE VIEW people AS ${readTable('people')}`,
]
