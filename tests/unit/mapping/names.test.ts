import { expect, it } from 'vitest'
import { wordsOf } from '../../../src/pipeline/mapping/headers.ts'
import { readName } from '../../../src/pipeline/mapping/names.ts'

it.each([
  ['imdbRating', 'imdb rating'],
  ['IMDB_Rating', 'imdb rating'],
  ['Durée (min)', 'duree min'],
  ['budget_2013$', 'budget 2013'],
  ['  releaseDateTheaters ', 'release date theaters'],
])('reads %j as words', (name, words) => expect(wordsOf(name)).toBe(words))

it.each([
  ['tconst', 'imdb_id'],
  ['imdb_title_id', 'imdb_id'],
  ['primaryTitle', 'title'],
  ['Titre', 'title'],
  ['Année de sortie', 'year'],
  ['startYear', 'year'],
  ['Réalisateur', 'directors'],
  ['actor_2_name', 'actors'],
  ['Star3', 'actors'],
  ['usa_gross_income', 'box_office_usd'],
  ['foreign_gross', 'box_office_abroad_usd'],
  ['worldwide_gross', 'box_office_worldwide_usd'],
  ['No_of_Votes', 'imdb_votes'],
  ['tomatoMeter', 'tomato_meter'],
  ['Meta_score', 'metascore'],
  ['publicatioName', 'publication_name'],
  ['top_critic', 'is_top_critic'],
  ['duree', 'runtime_minutes'],
])('takes %s for %s', (name, means) => {
  const { guesses } = readName(name)
  expect(guesses.toSorted((a, b) => b.score - a.score)[0]?.means).toBe(means)
})

it.each(['budget', 'plot_keywords', 'vote_count', 'cast_total_facebook_likes', 'domgross_2013$', 'RT_norm'])(
  'leaves %s aside',
  (name) => expect(readName(name)).toMatchObject({ guesses: [], aside: true, telling: true }),
)

it.each(['', 'col_a', 'c12', 'V1', 'column 3', 'Unnamed: 0', 'x'])('takes nothing from %j', (name) => {
  expect(readName(name)).toMatchObject({ guesses: [], aside: false, telling: false })
})
