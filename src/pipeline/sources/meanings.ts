/**
 * What a field of a source can tell: the closed list of standard columns, and for each the ways it may be
 * written. Everything else a source holds is landed and left aside.
 */

/** Ways of writing that the rules cannot tell from the values alone; the first of a kind is the default. */
const WRITTEN = {
  /** `auto`: full dollars, but where they have no decimals, small amounts that do are in millions. */
  money: ['auto', 'usd', 'usd_thousands', 'usd_millions'],
  minutes: ['minutes', 'hours', 'seconds'],
  /** Of what a score is a share: 87 %, 8.7 of 10, 4.35 of 5, 0.87. */
  percent: ['percent', 'ten', 'five', 'ratio'],
  rating: ['ten', 'percent', 'five', 'ratio'],
  /** `auto`: ISO, with the month's name, or where a number above 12 tells; `dmy` and `mdy` also read 05/06/2009. */
  date: ['auto', 'dmy', 'mdy'],
  /** `auto`: comma, bar, semicolon, a Python or JSON list of texts or of objects with a `name`. */
  list: ['auto', 'comma', 'semicolon', 'bar', 'slash'],
  /** `tmdb_ids`: TMDB's numbers of its genres. */
  genres: ['auto', 'comma', 'semicolon', 'bar', 'slash', 'tmdb_ids'],
  /** `title_year`: the year in parentheses ends the title, as in `Cinderella (2015)`. */
  title: ['title', 'title_year'],
  /** `tt0111161`, alone or in an address; `imdb_number`: 111161, the `tt` and zeros left out; `imdb_ids`:
   * several in one field, for a record that is of several films. */
  imdb_id: ['imdb_id', 'imdb_number', 'imdb_ids'],
  text: ['text'],
  number: ['number'],
} as const

type Kind = keyof typeof WRITTEN
export type Unit = (typeof WRITTEN)[Kind][number]
export const UNITS = [...new Set(Object.values(WRITTEN).flat())] as [Unit, ...Unit[]]

const KIND_OF = {
  // Which film a record is of.
  imdb_id: 'imdb_id',
  /** The slug of the film's page on Rotten Tomatoes: `the_fly_1986`, `m/the_fly_1986` or the whole address. */
  rt_id: 'text',
  /** A number or name by which the source itself knows the film. */
  own_id: 'text',
  title: 'title',
  original_title: 'title',
  year: 'number',
  /** What it is when the source holds more than films: `movie`, `tvEpisode`… */
  kind: 'text',
  /** Where IMDb's record says that the film's page on Rotten Tomatoes is. */
  rt_address: 'text',
  // What is known of the film.
  release_date: 'date',
  streaming_date: 'date',
  runtime_minutes: 'minutes',
  genres: 'genres',
  directors: 'list',
  writers: 'list',
  actors: 'list',
  /** Directors and writers by their numbers on IMDb: `nm0000233`. */
  director_ids: 'text',
  writer_ids: 'text',
  /** A name, a code (`en`) or a list of either. */
  language: 'text',
  country: 'text',
  audience_score: 'percent',
  tomato_meter: 'percent',
  metascore: 'percent',
  imdb_rating: 'rating',
  imdb_votes: 'number',
  /** In the United States and Canada. */
  box_office_usd: 'money',
  box_office_abroad_usd: 'money',
  box_office_worldwide_usd: 'money',
  // What a critic wrote.
  review_id: 'text',
  critic_name: 'text',
  publication_name: 'text',
  is_top_critic: 'text',
  score_raw: 'text',
  score_sentiment: 'text',
  /** `fresh` or `rotten`. */
  review_state: 'text',
  review_text: 'text',
  review_url: 'text',
  created_at: 'date',
  // Who took part.
  /** What part the people of the record have in its film: `ACTING`, `Directing`, `writer`… */
  credit_role: 'text',
  credit_names: 'list',
} as const satisfies Record<string, Kind>

export type Meaning = keyof typeof KIND_OF
export const MEANINGS = Object.keys(KIND_OF) as [Meaning, ...Meaning[]]

/** How a field of this meaning may be written, the default first. */
export function unitsOf(meaning: Meaning): readonly Unit[] {
  return WRITTEN[KIND_OF[meaning]]
}
