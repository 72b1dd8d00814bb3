import {
  mergedFilms,
  mergedReviews,
  prepareContributions,
  readContributions,
} from '../contributions/index.ts'
import { type Duck, fileList, openDuck } from '../duck/index.ts'
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
 * `MANIFEST_DAMAGED`, `TABLE_MISSING`, `TABLE_ALTERED`, `LAKE_TOO_NEW`.
 */
export async function openPublished(layout: LakeLayout): Promise<Published | null> {
  const manifest = await readCurrent(layout)
  if (!manifest) return null
  const contributions = await readContributions(layout)
  const duck = await openDuck({
    memoryLimitBytes: process.availableMemory() * MEMORY_SHARE,
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

async function createTables(duck: Duck, contributions: Contributions): Promise<void> {
  const films = await readTable(duck, 'films')
  await prepareContributions(duck, films, contributions)
  await duck.run(`CREATE MACRO fold(written) AS (${fold(duckdbDialect(), 'written')})`)
  await duck.run(`CREATE TABLE films AS ${mergedFilms(films)} ORDER BY film_id`)
  await duck.run(`CREATE TABLE genres AS SELECT genre, fold(genre) AS key
    FROM (SELECT DISTINCT unnest(genres) AS genre FROM films) AS used`)
  await duck.run(`CREATE VIEW reviews AS ${mergedReviews(await readTable(duck, 'reviews'))}`)
  await duck.run(`CREATE VIEW people AS ${await readTable(duck, 'people')}`)
}

type Contributions = Awaited<ReturnType<typeof readContributions>>
