import type { SourceSpec } from '../../sources/index.ts'
import type { ColumnType, Dialect } from '../dialect.ts'
import { filmColumnsOf } from '../film-columns.ts'
import { rowsOf, type Statement } from '../merge.ts'
import { perFilm } from '../per-film.ts'
import { placedIn } from '../place.ts'
import { settledColumns } from '../units.ts'
import { pairedOf, pairStatements } from './assign.ts'
import { decidedOf, type MatchDecision } from './decisions.ts'
import { keysOf, partyStatements, traitsOf } from './parties.ts'

/**
 * Places the films of sources that have no id of either site, one source after the other: each upon the films that are
 * there by then, else as a film of its own, `<source>:<key>`. Of a source of reviews, what fits no film stays without.
 */
export function placeStatements(
  d: Dialect,
  specs: readonly SourceSpec[],
  decisions: readonly MatchDecision[],
): Statement[] {
  const titled = specs.filter(hasTitles)
  if (titled.length === 0) return specs.map((spec) => ownFilms(d, spec))
  let pool = 'core'
  const statements = coreParty(d, pool)
  for (const spec of specs) {
    if (!titled.includes(spec)) {
      statements.push(ownFilms(d, spec))
      continue
    }
    const place = `place_${spec.id}`
    statements.push(
      ...partyStatements(d, { name: spec.id, films: ownTraits(d, spec) }),
      ...pairStatements(
        d,
        place,
        { left: spec.id, right: pool, wellKnown: spec.role !== 'films' },
        decidedOf(d, decisions, spec.id),
      ),
      placed(d, spec, place),
    )
    if (spec.role === 'reviews' || spec === specs.at(-1)) continue
    const next = `pool_${spec.id}`
    statements.push(...joined(d, next, pool, spec))
    pool = next
  }
  return statements
}

/** Films without titles can be compared with nothing. */
export const hasTitles = (spec: SourceSpec): boolean => settledColumns(spec).includes('title')

const ownId = (d: Dialect, spec: SourceSpec) => `${d.literal(`${spec.id}:`)} || film_ref`

function ownFilms(d: Dialect, spec: SourceSpec): Statement {
  const select = `SELECT film_ref, ${ownId(d, spec)} AS film_id FROM ${perFilm(spec)}`
  return { name: placedIn(spec), sql: d.createTable(placedIn(spec), select) }
}

function placed(d: Dialect, spec: SourceSpec, place: string): Statement {
  const found = `SELECT left_id AS film_ref, right_id AS film_id FROM ${pairedOf(place)}`
  const own = `SELECT film_ref, ${ownId(d, spec)} AS film_id FROM ${perFilm(spec)}
    WHERE ${isUnplaced('film_ref', place)}`
  const select = spec.role === 'reviews' ? found : `${found} UNION ALL ${own}`
  return { name: placedIn(spec), sql: d.createTable(placedIn(spec), select) }
}

const isUnplaced = (id: string, place: string) =>
  `NOT EXISTS (SELECT 1 FROM ${pairedOf(place)} AS placed WHERE placed.left_id = ${id})`

/** A pool and the films that a source has added to it. */
function joined(d: Dialect, name: string, pool: string, spec: SourceSpec): Statement[] {
  const own = (
    of: string,
    columns: string,
  ) => `SELECT ${d.literal(`${spec.id}:`)} || id AS id, ${columns} FROM ${of}
    WHERE ${isUnplaced('id', `place_${spec.id}`)}`
  const both = (of: (party: string) => string, columns: string) => ({
    name: of(name),
    sql: d.createView(
      of(name),
      `SELECT id, ${columns} FROM ${of(pool)} UNION ALL ${own(of(spec.id), columns)}`,
    ),
  })
  return [
    both(traitsOf, 'year, year_about, out_by, released, revenue, runtime_minutes, directors, actors, votes'),
    both(keysOf, 'key, folded, whole'),
  ]
}

/** The films of both sites, by the titles of both. */
function coreParty(d: Dialect, name: string): Statement[] {
  const lists = (list: string) =>
    d.concatLists(`coalesce(rt.${list}, ${d.emptyList()})`, `coalesce(imdb.${list}, ${d.emptyList()})`)
  const film = "coalesce(imdb.id, 'rt:' || rt.id) AS id"
  return [
    {
      name: traitsOf(name),
      sql: d.createTable(
        traitsOf(name),
        `SELECT ${film}, coalesce(imdb.year, rt.year) AS year,
          CASE WHEN imdb.year IS NULL THEN 0 ELSE imdb.year_about END AS year_about, rt.out_by,
          coalesce(rt.released, imdb.released) AS released, coalesce(rt.revenue, imdb.revenue) AS revenue,
          coalesce(imdb.runtime_minutes, rt.runtime_minutes) AS runtime_minutes, ${lists('directors')} AS directors,
          ${lists('actors')} AS actors, coalesce(imdb.votes, rt.votes) AS votes
        FROM ${traitsOf('rt')} AS rt LEFT JOIN matches ON matches.rt_id = rt.id
        FULL OUTER JOIN ${traitsOf('imdb')} AS imdb ON imdb.id = matches.imdb_id`,
      ),
    },
    {
      name: keysOf(name),
      sql: d.createTable(
        keysOf(name),
        `SELECT id, key, folded, whole FROM ${keysOf('imdb')}
        UNION ALL SELECT coalesce(matches.imdb_id, 'rt:' || rt.id), rt.key, rt.folded, rt.whole
        FROM ${keysOf('rt')} AS rt LEFT JOIN matches ON matches.rt_id = rt.id`,
      ),
    },
  ]
}

/** The films that a source names. */
function ownTraits(d: Dialect, spec: SourceSpec): string {
  const reviews = spec.role === 'reviews'
  const columns = reviews ? settledColumns(spec) : filmColumnsOf(spec)
  const known = (name: string, type: ColumnType) => {
    if (!columns.some((column) => column === name)) return d.nullOf(type)
    return reviews ? `min(${name})` : name
  }
  return `SELECT film_ref AS id, ${d.list([known('title', 'VARCHAR'), known('original_title', 'VARCHAR')])} AS titles,
    ${d.nullOf('VARCHAR')} AS slug, ${known('year', 'INTEGER')} AS year, 0 AS year_about, ${d.nullOf('INTEGER')} AS out_by,
    ${known('release_date', 'DATE')} AS released, ${known('box_office_usd', 'BIGINT')} AS revenue,
    ${known('runtime_minutes', 'INTEGER')} AS runtime_minutes, ${known('directors', 'VARCHAR[]')} AS directors,
    ${known('actors', 'VARCHAR[]')} AS actors, ${d.nullOf('BIGINT')} AS votes
    FROM ${reviews ? `${rowsOf(spec)} GROUP BY film_ref` : perFilm(spec)}`
}
