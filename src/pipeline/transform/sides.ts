import type { SourceSpec } from '../sources/index.ts'
import type { Dialect } from './dialect.ts'
import { FILM_COLUMN_NAMES, FILM_COLUMNS, type FilmColumn, filmColumnsOf } from './film-columns.ts'
import type { Statement } from './merge.ts'
import { perFilm } from './per-film.ts'

/** What a source may hold that is no film. */
const NO_FILMS = [
  'tvseries',
  'tvminiseries',
  'tvepisode',
  'series',
  'episode',
  'videogame',
  'game',
  'podcastseries',
  'podcastepisode',
]

/**
 * The films of one site, of all the sources that know them by its ids: `id`, the film columns, `sources`. Of two
 * sources that know a value, the one that comes first in `specs`.
 */
export function sideStatement(d: Dialect, name: string, specs: readonly SourceSpec[]): Statement {
  return { name, sql: d.createTable(name, specs.length === 0 ? nothing(d) : joined(d, specs)) }
}

function joined(d: Dialect, specs: readonly SourceSpec[]): string {
  const columns = FILM_COLUMN_NAMES.map((name) =>
    name === 'year' ? `${yearOf(d, specs)} AS year` : `${firstToKnow(d, specs, name)} AS ${name}`,
  )
  columns.push(`${yearAbout(specs)} AS year_about`)
  const noFilm = `kind IN (${NO_FILMS.map(d.literal).join(', ')})`
  const select = `SELECT film_ref AS id, ${columns.join(', ')}, ${sourcesList(d, specs)} AS sources
    FROM ${fullJoin(specs, perFilm, 'film_ref')}`
  return specs.some((spec) => filmColumnsOf(spec).includes('kind'))
    ? `SELECT * FROM (${select}) AS all_kinds WHERE kind IS NULL OR NOT ${noFilm}`
    : select
}

/**
 * The year, else that of a release in theatres, else the one that a slug of Rotten Tomatoes ends in
 * (`the_fly_1986`), unless the title does so too (`blade_runner_2049`). A streaming date says nothing of it.
 */
function yearOf(d: Dialect, specs: readonly SourceSpec[]): string {
  const year = firstToKnow(d, specs, 'year')
  if (specs[0]?.film !== 'rt_id') return year
  const slugYear = d.extract('film_ref', '_((?:18|19|20)[0-9]{2})$', 1)
  const ofTitle = `${firstToKnow(d, specs, 'title')} LIKE '%' || ${slugYear}`
  return `coalesce(${year}, CASE WHEN ${ofTitle} THEN NULL ELSE ${d.tryCast(slugYear, 'INTEGER')} END)`
}

/** 1 where only a list of awards tells the year: that of the ceremony's films, some of which are older; else 0. */
function yearAbout(specs: readonly SourceSpec[]): string {
  const known = specs.filter((spec) => filmColumnsOf(spec).includes('year') && spec.role !== 'people')
  const years = known.map((spec) => `${spec.id}.year IS NULL`)
  const awarded = specs.some((spec) => filmColumnsOf(spec).includes('year') && spec.role === 'people')
  return awarded ? `CASE WHEN ${['TRUE', ...years].join(' AND ')} THEN 1 ELSE 0 END` : '0'
}

/** `from` of each source, joined by `id`, each under the name of its source. */
function fullJoin(specs: readonly SourceSpec[], from: (spec: SourceSpec) => string, id: string): string {
  const each = specs.map((spec) => `(SELECT *, TRUE AS told FROM ${from(spec)}) AS ${spec.id}`)
  return each.reduce((one, other) => `${one}\n    FULL OUTER JOIN ${other} USING (${id})`)
}

/** The value of the first source that knows it. */
function firstToKnow(d: Dialect, specs: readonly SourceSpec[], column: FilmColumn): string {
  const values = specs
    .filter((spec) => filmColumnsOf(spec).includes(column))
    .map((spec) => `${spec.id}.${column}`)
  if (values.length > 1) return `coalesce(${values.join(', ')})`
  return values[0] ?? d.nullOf(FILM_COLUMNS[column])
}

/** The sources that know a film, in order. */
function sourcesList(d: Dialect, specs: readonly SourceSpec[]): string {
  return d.filter(
    d.list(specs.map((spec) => `CASE WHEN ${spec.id}.told THEN ${d.literal(spec.id)} END`)),
    (each) => `${each} IS NOT NULL`,
  )
}

function nothing(d: Dialect): string {
  const columns = FILM_COLUMN_NAMES.map((name) => `${d.nullOf(FILM_COLUMNS[name])} AS ${name}`)
  return `SELECT ${d.nullOf('VARCHAR')} AS id, ${columns.join(', ')}, ${d.nullOf('VARCHAR[]')} AS sources,
    0 AS year_about WHERE FALSE`
}
