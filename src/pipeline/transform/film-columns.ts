import type { SourceSpec } from '../sources/index.ts'
import type { ColumnType } from './dialect.ts'
import { settledColumns } from './units.ts'

/** What a source may say of a film, before the sources are put together. */
export const FILM_COLUMNS = {
  title: 'VARCHAR',
  original_title: 'VARCHAR',
  year: 'INTEGER',
  kind: 'VARCHAR',
  /** The page on Rotten Tomatoes, said by the other site; the IMDb id, said by Rotten Tomatoes. */
  rt_slug: 'VARCHAR',
  imdb_link: 'VARCHAR',
  release_date: 'DATE',
  streaming_date: 'DATE',
  runtime_minutes: 'INTEGER',
  genres: 'VARCHAR[]',
  directors: 'VARCHAR[]',
  writers: 'VARCHAR[]',
  actors: 'VARCHAR[]',
  language: 'VARCHAR',
  country: 'VARCHAR',
  audience_score: 'DOUBLE',
  tomato_meter: 'DOUBLE',
  metascore: 'DOUBLE',
  imdb_rating: 'DOUBLE',
  imdb_votes: 'BIGINT',
  box_office_usd: 'BIGINT',
  box_office_abroad_usd: 'BIGINT',
  box_office_worldwide_usd: 'BIGINT',
} as const satisfies Record<string, ColumnType>

export type FilmColumn = keyof typeof FILM_COLUMNS
export const FILM_COLUMN_NAMES = Object.keys(FILM_COLUMNS) as FilmColumn[]

/** Those that a source fills; a release in theatres tells a year. */
export function filmColumnsOf(spec: SourceSpec): FilmColumn[] {
  const columns = settledColumns(spec)
  const dated = columns.includes('release_date')
  return FILM_COLUMN_NAMES.filter((name) => columns.includes(name) || (name === 'year' && dated))
}

/** Reviews are of films; all other records say something of one, and make it when nothing else does. */
export const describesFilms = (spec: SourceSpec): boolean => spec.role !== 'reviews'

/** A record of several films at once. */
export const isOfSeveral = (spec: SourceSpec): boolean =>
  spec.fields.some((field) => field.unit === 'imdb_ids')
