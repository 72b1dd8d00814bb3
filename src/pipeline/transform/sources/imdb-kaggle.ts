import { genres, people } from '../rules/lists.ts'
import { dollars, minutes, score, tally, year } from '../rules/numbers.ts'
import { asKey, asLine, asList, asToken, type StandardTable } from '../standard.ts'

export const imdbKaggle: StandardTable = {
  source: 'imdb_kaggle',
  table: 'imdb_films',
  key: ['imdb_id'],
  prepared: {
    imdb_id: asKey('imdb_id'),
    title: asLine('title'),
    year: asToken('year'),
    runtime: asToken('runtime'),
    genres: asList('genre', genres),
    director: asList('director', people),
    writer: asList('writer', people),
    actors: asList('actors', people),
    language: asLine('language'),
    country: asLine('country'),
    metascore: asToken('metascore'),
    rating: asToken('imdb_rating'),
    votes: asToken('imdb_votes'),
    money: asToken('box_office'),
    address: asToken('tomato_url'),
  },
  columns: (d) => ({
    imdb_id: 'imdb_id',
    title: 'title',
    year: year(d, 'year'),
    runtime_minutes: minutes(d, 'runtime'),
    genres: d.orNull('genres'),
    imdb_director: d.orNull('director'),
    imdb_writer: d.orNull('writer'),
    actors: d.orNull('actors'),
    language: 'language',
    country: 'country',
    metascore: score(d, 'metascore', 0, 100),
    // IMDb's votes go from 1 to 10: a 0 is a rating that is not there.
    imdb_rating: `nullif(${score(d, 'rating', 0, 10)}, 0)`,
    imdb_votes: tally(d, 'votes'),
    box_office_usd: dollars(d, 'money'),
    /** The film's page on Rotten Tomatoes, when the address names one. */
    rt_slug: `nullif(${d.extract('address', '/m/([^/?#\\s]+)', 1)}, '')`,
  }),
}
