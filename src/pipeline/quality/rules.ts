import type { Check } from '../api.ts'
import type { TableName } from '../lake/schema.ts'

/**
 * What must hold of every published run, as data. The statements read the views `films`, `reviews`, `people`
 * and `rejects`; nothing of a file or a user is in them.
 */
interface Rule {
  code: string
  level: Exclude<Check['level'], 'ok'>
  table: TableName
  column: string | null
  /** What the rows that break it are, after their number: `3 films have no id`. */
  what: string
}

/** A condition that no row may fulfil: all those of a table are counted in one pass. */
export interface RowRule extends Rule {
  broken: string
}

/** A number that must be 0. */
export interface QueryRule extends Rule {
  query: string
}

const outside = (column: string, low: number, high: number) =>
  `(${column} IS NOT NULL AND NOT coalesce(${column} BETWEEN ${low} AND ${high}, FALSE)) OR isnan(${column}::DOUBLE)`

function range(code: string, table: TableName, column: string, low: number, high: number): RowRule {
  const what = `have ${column} outside ${low}–${high}`
  return { code, level: 'error', table, column, what, broken: outside(column, low, high) }
}

function notNegative(code: string, column: string): RowRule {
  const broken = `${column} < 0 OR isnan(${column}::DOUBLE) OR isinf(${column}::DOUBLE)`
  return { code, level: 'error', table: 'films', column, what: `have ${column} below 0`, broken }
}

const required = (code: string, table: TableName, column: string): RowRule => ({
  code,
  level: 'error',
  table,
  column,
  what: `have no ${column}`,
  broken: `${column} IS NULL OR ${column}::VARCHAR = ''`,
})

const oneOf = (code: string, table: TableName, column: string, values: readonly string[]): RowRule => ({
  code,
  level: 'error',
  table,
  column,
  what: `have ${column} other than ${values.join(', ')}`,
  broken: `${column} NOT IN (${values.map((value) => `'${value}'`).join(', ')})`,
})

export const ROW_RULES: readonly RowRule[] = [
  required('FILM_ID_MISSING', 'films', 'film_id'),
  range('FILM_YEAR_RANGE', 'films', 'year', 1800, 2200),
  range('FILM_RUNTIME_RANGE', 'films', 'runtime_minutes', 1, 1_000_000),
  range('FILM_AUDIENCE_SCORE_RANGE', 'films', 'audience_score', 0, 100),
  range('FILM_TOMATO_METER_RANGE', 'films', 'tomato_meter', 0, 100),
  range('FILM_IMDB_RATING_RANGE', 'films', 'imdb_rating', 0, 10),
  range('FILM_METASCORE_RANGE', 'films', 'metascore', 0, 100),
  range('FILM_MATCH_SCORE_RANGE', 'films', 'match_score', 0, 1),
  notNegative('FILM_VOTES_NEGATIVE', 'imdb_votes'),
  notNegative('FILM_BOX_OFFICE_NEGATIVE', 'box_office_usd'),
  notNegative('FILM_REVENUE_PER_MINUTE_NEGATIVE', 'revenue_per_minute'),
  {
    code: 'FILM_RUNTIME_UNLIKELY',
    level: 'warning',
    table: 'films',
    column: 'runtime_minutes',
    what: 'run for more than 1,000 minutes',
    broken: 'runtime_minutes > 1000',
  },
  {
    code: 'FILM_YEAR_UNLIKELY',
    level: 'warning',
    table: 'films',
    column: 'year',
    what: 'are of a year before 1874, when there was no film',
    broken: 'year < 1874',
  },
  required('REVIEW_ID_MISSING', 'reviews', 'review_id'),
  range('REVIEW_SCORE_RANGE', 'reviews', 'score_ratio', 0, 1),
  oneOf('REVIEW_SENTIMENT_UNKNOWN', 'reviews', 'sentiment', ['positive', 'negative']),
  {
    code: 'REVIEW_ORPHAN_UNEXPLAINED',
    level: 'error',
    table: 'reviews',
    column: 'orphan_reason',
    what: 'have no film and no reason for it, or both',
    broken: '(film_id IS NULL) <> (orphan_reason IS NOT NULL)',
  },
  required('PERSON_ID_MISSING', 'people', 'person_id'),
  required('PERSON_NAME_MISSING', 'people', 'name'),
  required('PERSON_FILM_ID_MISSING', 'people', 'film_id'),
  oneOf('PERSON_ROLE_UNKNOWN', 'people', 'role', ['actor', 'director', 'writer']),
  required('REJECT_REASON_MISSING', 'rejects', 'reason'),
  required('REJECT_LINE_MISSING', 'rejects', 'line'),
]

function unique(code: string, table: TableName, column: string): QueryRule {
  const query = `SELECT count(${column}) - count(DISTINCT ${column}) FROM ${table}`
  return { code, level: 'error', table, column, what: `repeat the ${column} of another one`, query }
}

function exists(code: string, table: TableName): QueryRule {
  const query = `SELECT count(*) FROM ${table} AS one
    WHERE film_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM films WHERE films.film_id = one.film_id)`
  return { code, level: 'error', table, column: 'film_id', what: 'are of a film that is not there', query }
}

export const QUERY_RULES: readonly QueryRule[] = [
  unique('FILM_ID_REPEATED', 'films', 'film_id'),
  unique('FILM_RT_ID_REPEATED', 'films', 'rt_id'),
  unique('FILM_IMDB_ID_REPEATED', 'films', 'imdb_id'),
  unique('REVIEW_ID_REPEATED', 'reviews', 'review_id'),
  exists('REVIEW_FILM_MISSING', 'reviews'),
  exists('PERSON_FILM_MISSING', 'people'),
  {
    code: 'PERSON_REPEATED',
    level: 'error',
    table: 'people',
    column: null,
    what: 'stand more than once for one part in a film',
    query: `SELECT count(*) - (SELECT count(*) FROM (SELECT DISTINCT film_id, role, person_id FROM people))
      FROM people`,
  },
]

/** From where on a change is worth a warning. */
export const LIMITS = {
  /** A column lacks its value in this much more of the rows than in the run before. */
  null_share_jump: 0.1,
  /** A table has lost this much of its rows since the run before. */
  rows_lost: 0.2,
  /** Of a source's rows, rejected. */
  rejected: 0.05,
  /** Of the reviews, without their film. */
  orphans: 0.2,
  /** Shares of fewer rows than this say nothing. */
  least_rows: 20,
} as const
