/**
 * The transform room: the rules, once, as SQL for any engine with a `Dialect`. Other rooms import only this file.
 * For each source the engine fills `<source>_records` with the typed records of its files; the statements make
 * `films`, `people`, `reviews` (columns of `lake/schema.ts` in any order) and `merged` out of them.
 */
import { createHash } from 'node:crypto'
import { SOURCES, type SourceSpec } from '../sources/index.ts'
import type { Dialect } from './dialect.ts'
import { duckdbDialect } from './duckdb.ts'
import { describesFilms } from './film-columns.ts'
import { coreStatement, filmsStatement } from './films.ts'
import {
  ambiguousStatement,
  decidedOf,
  hasTitles,
  type MatchDecision,
  matchStatements,
  placeStatements,
} from './matching/index.ts'
import { mergeStatements, repeatedOf, rowsOf, type Statement } from './merge.ts'
import { peopleStatement } from './people.ts'
import { perFilmStatements } from './per-film.ts'
import { reviewsStatement } from './reviews.ts'
import { scaleStatements } from './scales.ts'
import { sideStatement } from './sides.ts'
import { toldByStatement } from './told-by.ts'
import { toldBefore, twiceOf } from './told-twice.ts'
import { typedSelect } from './typed.ts'

export type { Dialect } from './dialect.ts'
export { duckdbDialect } from './duckdb.ts'
export { toldBy } from './film-columns-told.ts'
export type { MatchDecision } from './matching/index.ts'
export type { Statement } from './merge.ts'
export { bare, fold, NOT_OF_A_WORD } from './rules/fold.ts'
export { reviewScore, simplified } from './rules/review-score.ts'
export { token } from './rules/text.ts'
export { sparkDialect } from './spark.ts'
export { rawColumns, rawTable, typedSelect } from './typed.ts'
export { recordsOf } from './units.ts'

/**
 * The transform of these sources, in its order; the first of them is believed most. Sources that have not landed
 * need not be among them. `decisions`: what somebody settled of pairs that the rules cannot tell apart.
 */
export function transformStatements(
  d: Dialect,
  specs: readonly SourceSpec[],
  decisions: readonly MatchDecision[] = [],
): Statement[] {
  const films = specs.filter(describesFilms)
  const reviews = specs.filter((spec) => !describesFilms(spec))
  const of = (film: SourceSpec['film']) => films.filter((spec) => spec.film === film)
  const others = films.filter((spec) => spec.film === 'own_id' || spec.film === 'title_year')
  const placed = [...others, ...reviews.filter((spec) => spec.film === 'title_year')]
  const ratings = of('imdb_id').filter((spec) => spec.role === 'ratings')
  return [
    ...specs.flatMap((spec) => mergeStatements(d, spec, toldBefore(specs, spec))),
    ...films.flatMap((spec) => perFilmStatements(d, spec)),
    sideStatement(d, 'rt_side', of('rt_id')),
    sideStatement(d, 'imdb_side', of('imdb_id')),
    ...matchStatements(d, ratings, decidedOf(d, decisions, 'rt_id')),
    coreStatement(d),
    ...placeStatements(d, placed, decisions),
    filmsStatement(d, others),
    toldByStatement(d, films),
    peopleStatement(d, films),
    ...scaleStatements(d, reviews),
    reviewsStatement(d, reviews, films),
    mergedStatement(d, specs),
    ambiguousStatement(d, others.filter(hasTitles)),
  ]
}

/** Notes what was merged: the source, the key merged into, and how many records more than one it had. */
function mergedStatement(d: Dialect, specs: readonly SourceSpec[]): Statement {
  const each = specs.flatMap((spec) => {
    const source = `SELECT ${d.literal(spec.id)} AS source`
    const repeated = `${source}, key AS merged_into, records - 1 AS records FROM ${repeatedOf(spec)}`
    const twice = `${source}, merged_into, count(*) AS records FROM ${twiceOf(spec)} GROUP BY merged_into`
    return toldBefore(specs, spec).length > 0 ? [repeated, twice] : [repeated]
  })
  return { name: 'merged', sql: d.createTable('merged', each.join('\n    UNION ALL ')) }
}

let rules: string | undefined

/** Changes with any rule and any layout that we ship, whatever landed: those of two runs can be compared. */
export function rulesVersion(): string {
  rules ??= statementsVersion(duckdbDialect(), SOURCES)
  return rules
}

/** Changes with all that these sources are transformed by: a run tells by it whether it would give something new. */
export function statementsVersion(
  d: Dialect,
  specs: readonly SourceSpec[],
  decisions: readonly MatchDecision[] = [],
): string {
  const typed = specs.map((spec) => typedSelect(d, spec))
  const statements = transformStatements(d, specs, decisions).map((statement) => statement.sql)
  return createHash('sha256')
    .update(JSON.stringify([specs, typed, statements]))
    .digest('hex')
    .slice(0, 16)
}

/** How many rows of the result are a source's own, as a query: one for each key. */
export function rowsOut(spec: SourceSpec): string {
  return `SELECT count(*) AS rows FROM ${rowsOf(spec)}`
}
