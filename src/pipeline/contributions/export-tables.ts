import { randomUUID } from 'node:crypto'
import { lstat, mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type Duck, filePath, openDuck } from '../duck/index.ts'
import { renameDurably, syncPath } from '../lake/atomic.ts'
import type { LakeLayout } from '../lake/layout.ts'
import { type ContributionEntry, type Entry, parsed } from './entry.ts'
import { asideName, exists, type Recovered } from './set-aside.ts'

/** The contributions that hold, for whoever reads the lake with other tools; `entry` is the journal's own line,
 * from which a lost journal is made again. One JSON text (parameter 1) holds them all. */
const REVIEWS = `SELECT e.id AS contribution_id, e.film.film_id AS film_id, e.film.rt_id AS rt_id,
    e.film.imdb_id AS imdb_id, e.film.title AS film_title, e.film.year AS film_year,
    e.after.critic_name AS critic_name, e.after.publication_name AS publication_name,
    e.after.score_raw AS score_raw, e.after.score_ratio AS score_ratio, e.after.score_scale AS score_scale,
    e.after.sentiment AS sentiment, e.after.review_text AS review_text, 'contribution' AS origin,
    e.author AS author, e.reason AS reason, CAST(e.created_at AS TIMESTAMPTZ) AS created_at, line AS entry
  FROM (SELECT line, from_json(line, '{"id":"VARCHAR","author":"VARCHAR","reason":"VARCHAR","created_at":"VARCHAR",
    "film":{"film_id":"VARCHAR","rt_id":"VARCHAR","imdb_id":"VARCHAR","title":"VARCHAR","year":"INTEGER"},
    "after":{"critic_name":"VARCHAR","publication_name":"VARCHAR","score_raw":"VARCHAR","score_ratio":"DOUBLE",
    "score_scale":"VARCHAR","sentiment":"VARCHAR","review_text":"VARCHAR"}}') AS e
    FROM (SELECT unnest(from_json($1, '["VARCHAR"]')) AS line))`

const FILM_EDITS = `SELECT e.id AS contribution_id, e.film.film_id AS film_id, e.film.rt_id AS rt_id,
    e.film.imdb_id AS imdb_id, e.film.title AS title, e.film.year AS year,
    json_keys(line, '$.after') AS edited,
    e.after.box_office_usd AS box_office_usd, e.after.audience_score AS audience_score,
    e.source.box_office_usd AS source_box_office_usd, e.source.audience_score AS source_audience_score,
    e.author AS author, e.reason AS reason, CAST(e.created_at AS TIMESTAMPTZ) AS created_at, line AS entry
  FROM (SELECT line, from_json(line, '{"id":"VARCHAR","author":"VARCHAR","reason":"VARCHAR","created_at":"VARCHAR",
    "film":{"film_id":"VARCHAR","rt_id":"VARCHAR","imdb_id":"VARCHAR","title":"VARCHAR","year":"INTEGER"},
    "after":{"box_office_usd":"BIGINT","audience_score":"DOUBLE"},
    "source":{"box_office_usd":"BIGINT","audience_score":"DOUBLE"}}') AS e
    FROM (SELECT unnest(from_json($1, '["VARCHAR"]')) AS line))`

const MATCHES = `SELECT e.id AS contribution_id, e.after.source AS source, e.after.film AS film,
    e.after.candidate AS candidate, e.film.title AS title, e.after.candidate_title AS candidate_title,
    e.after.same AS same, e.author AS author, e.reason AS reason, CAST(e.created_at AS TIMESTAMPTZ) AS created_at,
    line AS entry
  FROM (SELECT line, from_json(line, '{"id":"VARCHAR","author":"VARCHAR","reason":"VARCHAR","created_at":"VARCHAR",
    "film":{"title":"VARCHAR"},"after":{"source":"VARCHAR","film":"VARCHAR","candidate":"VARCHAR",
    "candidate_title":"VARCHAR","same":"BOOLEAN"}}') AS e
    FROM (SELECT unnest(from_json($1, '["VARCHAR"]')) AS line))`

const TABLES = [
  { file: 'reviews.parquet', kind: 'review', select: REVIEWS },
  { file: 'film_edits.parquet', kind: 'film', select: FILM_EDITS },
  { file: 'matches.parquet', kind: 'match', select: MATCHES },
] as const

/** Writes the files anew; a reader sees the old or the new one. */
export async function exportTables(layout: LakeLayout, active: readonly ContributionEntry[]): Promise<void> {
  await mkdir(layout.contributions, { recursive: true })
  const duck = await openDuck({ threads: 1 })
  try {
    for (const { file, kind, select } of TABLES) {
      const lines = active.filter((entry) => entry.kind === kind).map((entry) => JSON.stringify(entry))
      await replace(duck, join(layout.contributions, file), select, JSON.stringify(lines))
    }
  } finally {
    duck.close()
  }
}

async function replace(duck: Duck, path: string, select: string, lines: string): Promise<void> {
  const staged = `${path}.${randomUUID()}.tmp`
  try {
    await duck.run(`COPY (${select}) TO $2 (FORMAT parquet, COMPRESSION zstd)`, [lines, staged])
    await syncPath(staged)
    await renameDurably(staged, path)
  } catch (error) {
    await rm(staged, { force: true })
    throw error
  }
}

export const EXPORTED_TABLES = TABLES.length

/** How many of the files are there: fewer when someone removed one, none when nothing was contributed. */
export async function exportedTables(layout: LakeLayout): Promise<number> {
  const found = await Promise.all(TABLES.map(({ file }) => exists(join(layout.contributions, file))))
  return found.filter(Boolean).length
}

/**
 * The journal's lines that the exported files hold, in the order they were written. A file that cannot be read whole
 * is set aside: the next export would write over what is in it.
 */
export async function exportedEntries(layout: LakeLayout): Promise<Recovered> {
  const duck = await openDuck({ threads: 1 })
  try {
    const found: Recovered = { entries: [], aside: [] }
    for (const { file } of TABLES) {
      const path = join(layout.contributions, file)
      if (!(await exists(path))) continue
      const entries = await entriesIn(duck, path)
      if (entries !== null) found.entries = merged(found.entries, entries)
      else {
        const name = await asideName(layout.contributions, file)
        await rename(path, join(layout.contributions, name))
        found.aside.push(name)
      }
    }
    return found
  } finally {
    duck.close()
  }
}

/** Two lists in one, each in its own order, which is the journal's: by the clock between them only, for it may have
 * gone backwards. */
function merged(one: readonly Entry[], other: readonly Entry[]): Entry[] {
  const rest = [...other]
  const all: Entry[] = []
  for (const entry of one) {
    while (rest[0] && rest[0].created_at < entry.created_at) all.push(rest.shift() as Entry)
    all.push(entry)
  }
  return [...all, ...rest]
}

/** Null when the file is damaged, has a line that is none of ours, or is a link to one of another lake. */
async function entriesIn(duck: Duck, path: string): Promise<Entry[] | null> {
  if ((await lstat(path)).isSymbolicLink()) return null
  const sql = 'SELECT entry FROM read_parquet($1, hive_partitioning = false)'
  const rows = await duck.query<{ entry: string }>(sql, [filePath(path)]).catch(() => null)
  const entries = rows?.flatMap(({ entry }) => parsed(entry)) ?? []
  return entries.length === rows?.length ? entries : null
}
