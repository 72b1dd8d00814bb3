import type { Meaning } from '../sources/index.ts'
import { inEnglish } from './tongues.ts'

/** Which words, in any order, mean what; a word that says nothing more (`FILLER`) may stand with them. */
const RULES: readonly (readonly [words: string, means: Meaning, score: number])[] = [
  ['title', 'title', 0.92],
  ['film', 'title', 0.9],
  ['name', 'title', 0.75],
  ['original title', 'original_title', 0.95],
  ['original name', 'original_title', 0.9],
  ['year', 'year', 0.95],
  ['release year', 'year', 0.95],
  ['release date', 'release_date', 0.95],
  ['release', 'release_date', 0.75],
  ['release theater', 'release_date', 0.85],
  ['release date theater', 'release_date', 0.95],
  ['premiere', 'release_date', 0.8],
  ['premiere date', 'release_date', 0.9],
  ['release home', 'release_date', 0.8],
  ['release date home', 'release_date', 0.9],
  ['date', 'release_date', 0.45],
  ['date streaming', 'streaming_date', 0.9],
  ['release streaming', 'streaming_date', 0.9],
  ['release date streaming', 'streaming_date', 0.95],
  ['runtime', 'runtime_minutes', 0.95],
  ['runtime minute', 'runtime_minutes', 0.97],
  ['minute', 'runtime_minutes', 0.75],
  ['genre', 'genres', 0.95],
  ['director', 'directors', 0.95],
  ['writer', 'writers', 0.92],
  ['actor', 'actors', 0.95],
  ['language', 'language', 0.9],
  ['original language', 'language', 0.9],
  ['country', 'country', 0.9],
  ['imdb rating', 'imdb_rating', 0.95],
  ['imdb rating audience', 'imdb_rating', 0.95],
  ['imdb', 'imdb_rating', 0.85],
  ['rating', 'imdb_rating', 0.45],
  ['vote', 'imdb_votes', 0.55],
  ['imdb vote', 'imdb_votes', 0.93],
  ['critic rating', 'tomato_meter', 0.9],
  ['critic percent', 'tomato_meter', 0.9],
  ['critic', 'tomato_meter', 0.6],
  ['tomato', 'tomato_meter', 0.85],
  ['tomato rating', 'tomato_meter', 0.93],
  ['tomato percent', 'tomato_meter', 0.93],
  ['tomato critic', 'tomato_meter', 0.95],
  ['tomato critic rating', 'tomato_meter', 0.97],
  ['tomato critic percent', 'tomato_meter', 0.97],
  ['audience', 'audience_score', 0.75],
  ['audience rating', 'audience_score', 0.9],
  ['audience percent', 'audience_score', 0.93],
  ['tomato audience', 'audience_score', 0.95],
  ['tomato audience rating', 'audience_score', 0.97],
  ['tomato audience percent', 'audience_score', 0.97],
  ['metacritic', 'metascore', 0.93],
  ['metacritic rating', 'metascore', 0.95],
  ['gross', 'box_office_usd', 0.9],
  ['gross home', 'box_office_usd', 0.95],
  ['home', 'box_office_usd', 0.75],
  ['gross abroad', 'box_office_abroad_usd', 0.95],
  ['abroad', 'box_office_abroad_usd', 0.85],
  ['gross world', 'box_office_worldwide_usd', 0.95],
  ['world', 'box_office_worldwide_usd', 0.9],
  ['total gross', 'box_office_worldwide_usd', 0.85],
  ['total gross world', 'box_office_worldwide_usd', 0.95],
  ['total gross home', 'box_office_usd', 0.95],
  ['revenue', 'box_office_worldwide_usd', 0.75],
  ['revenue world', 'box_office_worldwide_usd', 0.95],
  ['total revenue', 'box_office_worldwide_usd', 0.85],
  ['revenue home', 'box_office_usd', 0.93],
  ['revenue abroad', 'box_office_abroad_usd', 0.93],
  ['imdb id', 'imdb_id', 0.92],
  ['imdb link', 'imdb_id', 0.9],
  ['tomato id', 'rt_id', 0.9],
  ['tomato link', 'rt_id', 0.9],
]

/** Words that add nothing to the others. */
const FILLER = new Set('main film name dollar million thousand minute hour percent'.split(' '))
/** Unknown to the dictionaries because they are English already, and add nothing either. */
const LIGHT =
  /^(list|full|lifetime|official|average|avg|mean|amount|value|text|out|10|100|no|num|number|total|\d|s)$/
const BY_WORDS = new Map(RULES.map(([words, means, score]) => [sorted(words.split(' ')), { means, score }]))

/** Of a name one of whose words is in no dictionary, this much is believed. */
const PARTLY = 0.65

/** What a name's words mean in whatever order and language; null when they are none of ours. */
export function readConcepts(text: string): { means: Meaning; score: number } | null {
  const { words, unknown } = inEnglish(text)
  const set = [...new Set(words)]
  const rest = unknown.filter((word) => !LIGHT.test(word))
  const total = unknown.includes('total') ? ['total'] : []
  const known = find([...set, ...total]) ?? find(set) ?? find(set.filter((word) => !FILLER.has(word)))
  if (!known || rest.length > 1) return null
  return rest.length === 0 ? known : { ...known, score: known.score * PARTLY }
}

const find = (words: readonly string[]) => BY_WORDS.get(sorted(words))

function sorted(words: readonly string[]): string {
  return [...words].sort().join(' ')
}
