import { expect, it } from 'vitest'
import { sampleTables } from '../../src/pipeline/ingest/index.ts'
import { proposeColumns } from '../../src/pipeline/mapping/propose.ts'
import { sharedData } from '../helpers/shared-data.ts'

/** The values of a real file, by its columns: other public layouts are written with them. */
async function realFilms(): Promise<Record<string, string>[]> {
  for await (const { header, rows } of sampleTables(sharedData('imdb5000/movie_metadata.csv.gz')))
    return rows.slice(0, 800).map((row) => Object.fromEntries(header.map((name, n) => [name, row[n] ?? ''])))
  return []
}

type Column = [
  header: string,
  means: string | null,
  value: (film: Record<string, string>, n: number) => unknown,
]
const of = (name: string) => (film: Record<string, string>) => film[name]?.replace('\u00a0', '').trim()
const title = of('movie_title')
const imdbId = (film: Record<string, string>) => /tt\d+/.exec(film.movie_imdb_link ?? '')?.[0]
const people = (film: Record<string, string>) =>
  [film.actor_1_name, film.actor_2_name, film.actor_3_name].join(', ')
const genres = (separator: string) => (film: Record<string, string>) =>
  film.genres?.replaceAll('|', separator)

const LAYOUTS: Record<string, Column[]> = {
  'the extensive dataset of IMDb': [
    ['imdb_title_id', 'imdb_id', imdbId],
    ['title', 'title', title],
    ['original_title', 'original_title', title],
    ['year', 'year', of('title_year')],
    ['date_published', 'release_date', (film, n) => `${film.title_year}-10-${(n % 28) + 1}`],
    ['genre', 'genres', genres(', ')],
    ['duration', 'runtime_minutes', of('duration')],
    ['country', 'country', of('country')],
    ['language', 'language', of('language')],
    ['director', 'directors', of('director_name')],
    ['writer', 'writers', (film) => `${film.actor_2_name}, ${film.director_name}`],
    ['production_company', null, () => 'Warner Bros.'],
    ['actors', 'actors', people],
    ['description', null, (film) => `A story of ${film.plot_keywords} and of what came after it, in a town.`],
    ['avg_vote', 'imdb_rating', of('imdb_score')],
    ['votes', 'imdb_votes', of('num_voted_users')],
    ['budget', null, (film) => film.budget && `$ ${film.budget}`],
    ['usa_gross_income', 'box_office_usd', (film) => film.gross && `$ ${film.gross}`],
    [
      'worlwide_gross_income',
      'box_office_worldwide_usd',
      (film) => film.gross && `$ ${Number(film.gross) * 2}`,
    ],
    ['metascore', 'metascore', (_, n) => 20 + ((n * 7) % 75)],
    ['reviews_from_users', null, of('num_user_for_reviews')],
  ],
  'the best thousand of IMDb': [
    ['Poster_Link', null, (_, n) => `https://m.media-amazon.com/images/${n}.jpg`],
    ['Series_Title', 'title', title],
    ['Released_Year', 'year', of('title_year')],
    ['Certificate', null, of('content_rating')],
    ['Runtime', 'runtime_minutes', (film) => `${film.duration} min`],
    ['Genre', 'genres', genres(', ')],
    ['IMDB_Rating', 'imdb_rating', of('imdb_score')],
    ['Overview', null, (film) => `When ${film.plot_keywords} come together, nothing is as it was before.`],
    ['Meta_score', 'metascore', (_, n) => 20 + ((n * 7) % 75)],
    ['Director', 'directors', of('director_name')],
    ['Star1', 'actors', of('actor_1_name')],
    ['Star2', 'actors', of('actor_2_name')],
    ['No_of_Votes', 'imdb_votes', of('num_voted_users')],
    ['Gross', 'box_office_usd', (film) => film.gross && Number(film.gross).toLocaleString('en-US')],
  ],
  MovieLens: [
    ['movieId', 'own_id', (_, n) => n * 3 + (n % 2)],
    ['title', 'title', (film) => `${title(film)} (${film.title_year})`],
    ['genres', 'genres', genres('|')],
  ],
  'TMDB 5,000': [
    ['budget', null, of('budget')],
    ['genres', 'genres', (film) => JSON.stringify(film.genres?.split('|').map((name, id) => ({ id, name })))],
    ['homepage', null, () => 'http://example.org'],
    ['id', 'own_id', (_, n) => (n * 7919) % 300_000],
    ['keywords', null, (film) => JSON.stringify([{ id: 1, name: film.plot_keywords }])],
    ['original_language', 'language', (_, n) => ['en', 'fr', 'ja'][n % 3]],
    ['original_title', 'original_title', title],
    ['overview', null, (film) => `When ${film.plot_keywords} come together, nothing is as it was before.`],
    ['popularity', null, (_, n) => 150 / (n + 1)],
    ['production_companies', null, () => '[{"name": "Fox", "id": 2}]'],
    ['production_countries', 'country', () => '[{"iso_3166_1": "US", "name": "United States of America"}]'],
    ['release_date', 'release_date', (film, n) => `${film.title_year}-12-${10 + (n % 18)}`],
    ['revenue', 'box_office_worldwide_usd', of('gross')],
    ['runtime', 'runtime_minutes', of('duration')],
    ['status', null, () => 'Released'],
    ['title', 'title', title],
    ['vote_average', null, of('imdb_score')],
    ['vote_count', null, of('num_voted_users')],
  ],
  'a French list': [
    ['Titre', 'title', title],
    ['Année', 'year', of('title_year')],
    ['Durée (min)', 'runtime_minutes', of('duration')],
    ['Réalisateur', 'directors', of('director_name')],
    ['Genre', 'genres', genres(' / ')],
    ['Pays', 'country', of('country')],
    ['Langue', 'language', of('language')],
    ['Acteurs', 'actors', (film) => people(film).replaceAll(', ', ' ; ')],
    ['Recettes', 'box_office_usd', of('gross')],
    ['Date de sortie', 'release_date', (film, n) => `${(n % 28) + 1}/${(n % 12) + 1}/${film.title_year}`],
  ],
  'a diary of Letterboxd': [
    ['Date', null, () => '2021-03-04'],
    ['Name', 'title', title],
    ['Year', 'year', of('title_year')],
    ['Letterboxd URI', null, (_, n) => `https://boxd.it/${n}`],
    ['Rating', null, (_, n) => (n % 10) / 2],
  ],
}

it.each(Object.entries(LAYOUTS))('tells every column of %s', async (_, layout) => {
  const films = await realFilms()
  const rows = films.map((film, n) => layout.map(([, , value]) => String(value(film, n) ?? '')))
  const { chosen } = proposeColumns(
    layout.map(([header]) => header),
    rows,
  )
  expect(layout.map(([header], n) => [header, chosen[n]?.means ?? null])).toEqual(
    layout.map(([header, means]) => [header, means]),
  )
})
