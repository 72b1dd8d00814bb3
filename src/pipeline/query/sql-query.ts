import { access } from 'node:fs/promises'
import type { SqlResult } from '../api.ts'
import {
  mergedFilms,
  mergedReviews,
  prepareContributions,
  readContributions,
} from '../contributions/index.ts'
import { type Duck, fileList, filePath, list, openDuck } from '../duck/index.ts'
import { CineError } from '../errors.ts'
import type { LakeLayout } from '../lake/layout.ts'
import { nothingPublished, readCurrent, tableFiles } from '../lake/manifest.ts'
import { filesOf, readTable } from '../lake/read-table.ts'
import { TABLE_NAMES } from '../lake/schema.ts'
import { linkWithin } from '../lake/skeleton.ts'
import { duckLimits } from '../settings/index.ts'
import { checkSelect, sqlError } from './sql-check.ts'

/** Of what this machine can still give, what a query may take, and the most of it. */
const MEMORY_SHARE = 0.4
const MEMORY_MOST = 2 * 2 ** 30

/** `metadata/ingestions.parquet`, column by column. */
export const HISTORY = {
  source: 'VARCHAR',
  file: 'VARCHAR',
  path: 'VARCHAR',
  sha256: 'VARCHAR',
  bytes: 'BIGINT',
  rows: 'BIGINT',
  columns: 'BIGINT',
  status: 'VARCHAR',
  error_code: 'VARCHAR',
  error: 'VARCHAR',
  started_at: 'TIMESTAMP WITH TIME ZONE',
  finished_at: 'TIMESTAMP WITH TIME ZONE',
}

/**
 * Answers one SELECT in a database of its own, which can open the files of the published tables and of the
 * history, and nothing else: no other file, no network, no extension, no setting. Throws `SQL_NOT_ALLOWED`,
 * `SQL_ERROR`, `NOTHING_PUBLISHED` for a query on tables that are not there yet, `HISTORY_DAMAGED`.
 */
export async function sqlQuery(
  layout: LakeLayout,
  { sql, limit, signal }: { sql: string; limit: number; signal?: AbortSignal },
): Promise<SqlResult> {
  const files = await allowedFiles(layout)
  const limits = await duckLimits(MEMORY_SHARE)
  const duck = await openDuck({
    ...limits,
    memoryLimitBytes: Math.min(limits.memoryLimitBytes, MEMORY_MOST),
    prepare: async (run) => {
      for (const [name, paths] of Object.entries(files))
        await run(`SET VARIABLE ${filesOf(name)} = $1`, [fileList(paths)])
    },
  })
  try {
    await createViews(duck, files, layout)
    await closeIn(duck, Object.values(files).flat())
    await checkSelect(duck, sql, signal)
    // One more than asked for tells whether there are more.
    const { columns, rows } = await duck.read(sql, limit + 1, { signal })
    return { columns, rows: rows.slice(0, limit), truncated: rows.length > limit }
  } catch (error) {
    const missing = missingTable(error)
    if (missing === 'ingestions') throw historyDamaged()
    if (!files.films && TABLE_NAMES.some((table) => table === missing)) throw nothingPublished()
    throw sqlError(error)
  } finally {
    duck.close()
  }
}

type Files = Record<string, string[]>

/** The files a query may open, by table; one that is behind a link is not among them. */
export async function allowedFiles(layout: LakeLayout): Promise<Files> {
  const manifest = await readCurrent(layout)
  const files: Files = {}
  for (const table of manifest ? TABLE_NAMES : [])
    if (manifest) files[table] = tableFiles(layout, manifest, table)
  const history = await access(layout.ingestions).then(
    () => true,
    () => false,
  )
  // Behind a link could be any file of this machine: as a damaged history.
  if (history) files.ingestions = (await linkWithin(layout, layout.ingestions)) ? [] : [layout.ingestions]
  return files
}

async function createViews(duck: Duck, files: Files, layout: LakeLayout): Promise<void> {
  if (files.films) {
    const films = await readTable(duck, 'films')
    await prepareContributions(duck, films, await readContributions(layout))
    await duck.run(`CREATE VIEW films AS ${mergedFilms(films)}`)
    await duck.run(`CREATE VIEW reviews AS ${mergedReviews(await readTable(duck, 'reviews'))}`)
    for (const table of ['people', 'rejects'] as const)
      await duck.run(`CREATE VIEW ${table} AS ${await readTable(duck, table)}`)
  }
  if (!files.ingestions) return duck.run(`CREATE VIEW ingestions AS SELECT ${history('NULL')} WHERE false`)
  const from = `read_parquet(getvariable('${filesOf('ingestions')}'), hive_partitioning = false)`
  // A damaged history keeps nobody from the films: only who asks for it is told.
  await duck.run(`CREATE VIEW ingestions AS SELECT ${history()} FROM ${from}`).catch(() => {})
}

function history(value?: 'NULL'): string {
  const columns = Object.entries(HISTORY)
  return columns.map(([name, type]) => `CAST(${value ?? name} AS ${type}) AS ${name}`).join(', ')
}

/** After this, no statement can open another file, nor undo it. */
async function closeIn(duck: Duck, files: readonly string[]): Promise<void> {
  // A file is asked for by its pattern, and opened by its name.
  const allowed = [...new Set([...files, ...files.map(filePath)])]
  if (files.length > 0) await duck.run('SET allowed_paths = $1', [list(allowed)])
  await duck.run('SET allow_community_extensions = false')
  await duck.run('SET enable_external_access = false')
  await duck.run('SET lock_configuration = true')
}

/** The table that a query asked for in vain, in lower case; null when that is not what went wrong. */
function missingTable(error: unknown): string | null {
  const message = error instanceof CineError || !(error instanceof Error) ? '' : error.message
  const name = message.match(/^Catalog Error: Table with name "?(\w+)"? does not exist/)?.[1]
  return name?.toLowerCase() ?? null
}

function historyDamaged(): CineError {
  return new CineError('HISTORY_DAMAGED', 'The history, metadata/ingestions.parquet, cannot be read.', {
    hint: 'The next `cine ingest` sets it aside and begins a new one; what has landed is not touched.',
    details: { path: 'metadata/ingestions.parquet' },
  })
}
