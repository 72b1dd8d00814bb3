import type { Film } from '../../../../pipeline/api.ts'
import type { ValueKind } from './value-text.ts'

export type FilmColumnId = Exclude<keyof Film, 'contributed'>

export interface FilmColumn {
  id: FilmColumnId
  kind: ValueKind
  width: number
  /** Shown until the user chooses otherwise: what fits in the smallest window. */
  shown?: true
}

/** Every column of the films table, in the order it is shown in. */
export const FILM_COLUMNS: readonly FilmColumn[] = [
  { id: 'title', kind: 'text', width: 176, shown: true },
  { id: 'year', kind: 'year', width: 104, shown: true },
  { id: 'genres', kind: 'list', width: 142, shown: true },
  { id: 'imdb_rating', kind: 'rating', width: 104, shown: true },
  { id: 'tomato_meter', kind: 'score', width: 112, shown: true },
  { id: 'audience_score', kind: 'score', width: 104, shown: true },
  { id: 'box_office_usd', kind: 'money', width: 146, shown: true },
  { id: 'runtime_minutes', kind: 'minutes', width: 108, shown: true },
  { id: 'imdb_votes', kind: 'integer', width: 116 },
  { id: 'metascore', kind: 'score', width: 116 },
  { id: 'revenue_per_minute', kind: 'money_rate', width: 132 },
  { id: 'imdb_director', kind: 'list', width: 180 },
  { id: 'rt_director', kind: 'list', width: 180 },
  { id: 'imdb_writer', kind: 'list', width: 180 },
  { id: 'rt_writer', kind: 'list', width: 180 },
  { id: 'actors', kind: 'list', width: 240 },
  { id: 'language', kind: 'text', width: 130 },
  { id: 'country', kind: 'text', width: 130 },
  { id: 'primary_genre', kind: 'text', width: 140 },
  { id: 'rt_release_date', kind: 'day', width: 130 },
  { id: 'rt_streaming_date', kind: 'day', width: 130 },
  { id: 'match_method', kind: 'text', width: 150 },
  { id: 'match_score', kind: 'ratio', width: 116 },
  { id: 'sources', kind: 'list', width: 180 },
  { id: 'film_id', kind: 'text', width: 150 },
  { id: 'imdb_id', kind: 'text', width: 130 },
  { id: 'rt_id', kind: 'text', width: 180 },
  { id: 'title_normalised', kind: 'text', width: 200 },
]
