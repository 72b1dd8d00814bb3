/**
 * What a column may mean and how it may be written, the usual way first: the engine's closed lists, in the
 * groups that people look them up in. A test compares them with the engine's.
 */
const MONEY = ['auto', 'usd', 'usd_thousands', 'usd_millions']
const PERCENT = ['percent', 'ten', 'five', 'ratio']
const LIST = ['auto', 'comma', 'semicolon', 'bar', 'slash']
const DATE = ['auto', 'dmy', 'mdy']
const ONE = ['text']

export const MEANING_GROUPS = {
  film: {
    imdb_id: ['imdb_id', 'imdb_number', 'imdb_ids'],
    rt_id: ONE,
    own_id: ONE,
    title: ['title', 'title_year'],
    original_title: ['title', 'title_year'],
    year: ['number'],
    kind: ONE,
    rt_address: ONE,
  },
  facts: {
    release_date: DATE,
    streaming_date: DATE,
    runtime_minutes: ['minutes', 'hours', 'seconds'],
    genres: [...LIST, 'tmdb_ids'],
    directors: LIST,
    writers: LIST,
    actors: LIST,
    director_ids: ONE,
    writer_ids: ONE,
    language: ONE,
    country: ONE,
  },
  figures: {
    audience_score: PERCENT,
    tomato_meter: PERCENT,
    metascore: PERCENT,
    imdb_rating: ['ten', 'percent', 'five', 'ratio'],
    imdb_votes: ['number'],
    box_office_usd: MONEY,
    box_office_abroad_usd: MONEY,
    box_office_worldwide_usd: MONEY,
  },
  review: {
    review_id: ONE,
    critic_name: ONE,
    publication_name: ONE,
    is_top_critic: ONE,
    score_raw: ONE,
    score_sentiment: ONE,
    review_state: ONE,
    review_text: ONE,
    review_url: ONE,
    created_at: DATE,
  },
  people: { credit_role: ONE, credit_names: LIST },
} as const satisfies Record<string, Record<string, readonly string[]>>

export type MeaningGroup = keyof typeof MEANING_GROUPS

/** None for a meaning that is not known here. */
export function unitsOf(meaning: string | null): readonly string[] {
  for (const group of Object.values(MEANING_GROUPS) as Record<string, readonly string[]>[])
    if (meaning !== null && Object.hasOwn(group, meaning)) return group[meaning] ?? []
  return []
}
