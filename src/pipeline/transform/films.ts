import type { SourceSpec } from '../sources/index.ts'
import type { Dialect } from './dialect.ts'
import { FILM_COLUMN_NAMES, type FilmColumn, filmColumnsOf } from './film-columns.ts'
import type { Statement } from './merge.ts'
import { perFilm } from './per-film.ts'
import { placedIn } from './place.ts'
import { fold } from './rules/fold.ts'

/** What only Rotten Tomatoes and IMDb tell, each under its own name, or what is not told at all. */
const OF_SITES: readonly FilmColumn[] = [
  'release_date',
  'streaming_date',
  'directors',
  'writers',
  'kind',
  'rt_slug',
  'imdb_link',
  'original_title',
]
const SHARED = FILM_COLUMN_NAMES.filter((name) => !OF_SITES.includes(name))
/** Columns of `core_films` as they stand. */
const CORE = [
  'rt_id',
  'imdb_id',
  'rt_director',
  'rt_writer',
  'imdb_director',
  'imdb_writer',
  'rt_release_date',
  'rt_streaming_date',
  'match_score',
]

/**
 * `core_films`: every film of either site, once. Where both know a value, that of Rotten Tomatoes is taken, but for
 * the year: IMDb gives the film's, Rotten Tomatoes only that of a release.
 */
export function coreStatement(d: Dialect): Statement {
  const shared = SHARED.map((name) =>
    name === 'year'
      ? 'coalesce(imdb.year, rt.year) AS year'
      : `coalesce(rt.${name}, imdb.${name}) AS ${name}`,
  )
  const sources = (side: string) => `coalesce(${side}.sources, ${d.emptyList()})`
  return {
    name: 'core_films',
    sql: d.createTable(
      'core_films',
      `SELECT coalesce(imdb.id, 'rt:' || rt.id) AS film_id, rt.id AS rt_id, imdb.id AS imdb_id, ${shared.join(', ')},
        coalesce(imdb.original_title, rt.original_title) AS original_title,
        rt.directors AS rt_director, rt.writers AS rt_writer, imdb.directors AS imdb_director,
        imdb.writers AS imdb_writer, rt.release_date AS rt_release_date, rt.streaming_date AS rt_streaming_date,
        found.match_method, found.match_score, ${d.concatLists(sources('rt'), sources('imdb'))} AS sources
      FROM rt_side AS rt
      LEFT JOIN matches AS found ON found.rt_id = rt.id
      FULL OUTER JOIN imdb_side AS imdb ON imdb.id = found.imdb_id`,
    ),
  }
}

/** The curated films: the core, and what the sources without ids of either site add (`specs`, placed already). */
export function filmsStatement(d: Dialect, specs: readonly SourceSpec[]): Statement {
  const known = (column: FilmColumn) => [
    `core.${column}`,
    ...specs.filter((spec) => filmColumnsOf(spec).includes(column)).map((spec) => `${spec.id}.${column}`),
  ]
  const first = (...values: string[]) =>
    values.length === 1 ? `${values[0]}` : `coalesce(${values.join(', ')})`
  // A gross abroad is that of the world only where there is none at home.
  const gross = [
    ...known('box_office_usd'),
    ...known('box_office_worldwide_usd'),
    ...known('box_office_abroad_usd'),
  ]
  const shared = SHARED.filter((name) => !name.startsWith('box_office')).map(
    (name) => `${first(...known(name))} AS ${name}`,
  )
  const sources = specs.map((spec) => `CASE WHEN ${spec.id}.told THEN ${d.literal(spec.id)} END`)
  const allSources = d.concatLists(
    `coalesce(core.sources, ${d.emptyList()})`,
    d.filter(d.list(sources), (each) => `${each} IS NOT NULL`),
  )
  const joined = specs.map((spec) => {
    const columns = filmColumnsOf(spec).map((name) => `own.${name}`)
    return `FULL OUTER JOIN (SELECT ${['placed.film_id', ...columns, 'TRUE AS told'].join(', ')}
        FROM ${perFilm(spec)} AS own JOIN ${placedIn(spec)} AS placed ON placed.film_ref = own.film_ref
      ) AS ${spec.id} USING (film_id)`
  })
  return {
    name: 'films',
    sql: d.createTable(
      'films',
      `SELECT *, ${fold(d, 'title')} AS title_normalised, ${d.item('genres', '1')} AS primary_genre,
        CAST(box_office_usd AS DOUBLE) / runtime_minutes AS revenue_per_minute
      FROM (
        SELECT film_id, ${[...CORE.map((name) => `core.${name}`), ...shared].join(', ')},
          ${first(...gross)} AS box_office_usd, coalesce(core.match_method, 'none') AS match_method,
          ${specs.length === 0 ? 'core.sources' : allSources} AS sources
        FROM core_films AS core
        ${joined.join('\n        ')}
      ) AS joined`,
    ),
  }
}
