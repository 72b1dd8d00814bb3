import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Rows } from './published-lake.ts'
import { records } from './real-files.ts'

/** Real films and people, read as `tests/reference/reports.py` reads them: without a rule of ours. */
const number = (text: string | undefined) => (text ? Number(text) : null)

interface VegaMovie {
  'Release Date': string
  'Major Genre': string | null
  'Running Time min': number | null
  'IMDB Rating': number | null
  'Rotten Tomatoes Rating': number | null
  'US Gross': number | null
  Director: string | null
}

/** The 3,201 films of vega-datasets; a film is known by its place. */
export function vega(): Rows {
  const movies: VegaMovie[] = JSON.parse(
    readFileSync(join(import.meta.dirname, '../../node_modules/vega-datasets/data/movies.json'), 'utf8'),
  )
  return {
    films: movies.map((movie, place) => ({
      film_id: `v${place}`,
      year: Number(movie['Release Date'].slice(-4)),
      genres: movie['Major Genre'] === null ? null : [movie['Major Genre']],
      runtime_minutes: movie['Running Time min'],
      imdb_rating: movie['IMDB Rating'],
      tomato_meter: movie['Rotten Tomatoes Rating'],
      box_office_usd: movie['US Gross'],
      revenue_per_minute: rate(movie['US Gross'], movie['Running Time min']),
    })),
    people: movies.flatMap(({ Director }, place) => credit(`v${place}`, Director, 'director')),
  }
}

/** The 5,043 of IMDb 5,000, of which no Tomatometer is known. */
export function imdb5000(): Rows {
  const movies = records('imdb5000', 'movie_metadata.csv.gz')
  return {
    films: movies.map((movie, place) => ({
      film_id: `i${place}`,
      year: number(movie.title_year),
      genres: movie.genres?.split('|') ?? null,
      runtime_minutes: number(movie.duration),
      imdb_rating: number(movie.imdb_score),
      box_office_usd: number(movie.gross),
      revenue_per_minute: rate(number(movie.gross), number(movie.duration)),
    })),
    people: movies.flatMap((movie, place) => [
      ...credit(`i${place}`, movie.director_name, 'director'),
      ...[1, 2, 3].flatMap((n) => credit(`i${place}`, movie[`actor_${n}_name`], 'actor')),
    ]),
  }
}

function credit(film_id: string, name: string | null | undefined, role: string) {
  return name ? [{ person_id: name, film_id, name, role, source: 'test', position: 1 }] : []
}

function rate(usd: number | null, minutes: number | null): number | null {
  return usd === null || minutes === null ? null : usd / minutes
}
