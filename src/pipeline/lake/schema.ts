/**
 * The curated tables, column by column, in their order on disk (house.md, "The curated tables").
 * The one list that the transform, the pages, the exports and the tests all read.
 */
type ColumnType = 'VARCHAR' | 'VARCHAR[]' | 'INTEGER' | 'BIGINT' | 'DOUBLE' | 'BOOLEAN' | 'DATE'

interface CuratedColumn {
  name: string
  type: ColumnType
}

const column = (name: string, type: ColumnType): CuratedColumn => ({ name, type })

export const TABLE_NAMES = ['films', 'reviews', 'people', 'rejects'] as const
export type TableName = (typeof TABLE_NAMES)[number]

export const CURATED: Record<TableName, readonly CuratedColumn[]> = {
  films: [
    column('film_id', 'VARCHAR'),
    column('rt_id', 'VARCHAR'),
    column('imdb_id', 'VARCHAR'),
    column('title', 'VARCHAR'),
    column('title_normalised', 'VARCHAR'),
    column('year', 'INTEGER'),
    column('genres', 'VARCHAR[]'),
    column('primary_genre', 'VARCHAR'),
    column('runtime_minutes', 'INTEGER'),
    column('audience_score', 'DOUBLE'),
    column('tomato_meter', 'DOUBLE'),
    column('imdb_rating', 'DOUBLE'),
    column('imdb_votes', 'BIGINT'),
    column('metascore', 'DOUBLE'),
    column('box_office_usd', 'BIGINT'),
    column('revenue_per_minute', 'DOUBLE'),
    column('rt_director', 'VARCHAR[]'),
    column('rt_writer', 'VARCHAR[]'),
    column('imdb_director', 'VARCHAR[]'),
    column('imdb_writer', 'VARCHAR[]'),
    column('actors', 'VARCHAR[]'),
    column('language', 'VARCHAR'),
    column('country', 'VARCHAR'),
    column('rt_release_date', 'DATE'),
    column('rt_streaming_date', 'DATE'),
    column('match_method', 'VARCHAR'),
    column('match_score', 'DOUBLE'),
    column('sources', 'VARCHAR[]'),
  ],
  reviews: [
    column('review_id', 'VARCHAR'),
    column('film_id', 'VARCHAR'),
    column('orphan_reason', 'VARCHAR'),
    column('rt_id', 'VARCHAR'),
    column('critic_name', 'VARCHAR'),
    column('publication_name', 'VARCHAR'),
    column('is_top_critic', 'BOOLEAN'),
    column('score_raw', 'VARCHAR'),
    column('score_ratio', 'DOUBLE'),
    column('score_scale', 'VARCHAR'),
    column('score_sentiment', 'VARCHAR'),
    column('sentiment', 'VARCHAR'),
    column('review_text', 'VARCHAR'),
    column('review_url', 'VARCHAR'),
    column('created_at', 'DATE'),
    column('origin', 'VARCHAR'),
  ],
  people: [
    column('person_id', 'VARCHAR'),
    column('film_id', 'VARCHAR'),
    column('name', 'VARCHAR'),
    column('role', 'VARCHAR'),
    column('source', 'VARCHAR'),
    column('position', 'INTEGER'),
  ],
  rejects: [
    column('source', 'VARCHAR'),
    column('file', 'VARCHAR'),
    column('path', 'VARCHAR'),
    column('line', 'BIGINT'),
    column('reason', 'VARCHAR'),
    column('detail', 'VARCHAR'),
    column('raw', 'VARCHAR'),
  ],
}
