import type { CheckedParams, Film, FilmDetail } from '../api.ts'
import { CineError } from '../errors.ts'
import type { LakeLayout } from '../lake/layout.ts'
import { sourcesOf } from '../sources/index.ts'
import { toldBy } from '../transform/index.ts'
import { FILM_COLUMNS } from './films-page.ts'
import type { Published } from './published.ts'

const PEOPLE = `SELECT person_id, name, role, source FROM people WHERE film_id = $1
  ORDER BY list_position(['director', 'writer', 'actor'], role), position, name, person_id`

const REVIEWS = `SELECT count(*) AS total, count(*) FILTER (WHERE sentiment = 'positive') AS positive,
    count(*) FILTER (WHERE sentiment = 'negative') AS negative,
    count(*) FILTER (WHERE is_top_critic) AS top_critic, avg(score_ratio) AS mean_score_ratio
  FROM reviews WHERE film_id = $1`

/** One film, who made it, and its reviews in figures. Throws `FILM_NOT_FOUND`. */
export async function filmDetail(
  run: Published,
  { film_id }: CheckedParams<'films.get'>,
  signal?: AbortSignal,
): Promise<FilmDetail> {
  const [film] = await run.duck.query<Film>(
    `SELECT ${FILM_COLUMNS} FROM films WHERE film_id = $1`,
    [film_id],
    { signal },
  )
  if (!film) {
    throw new CineError('FILM_NOT_FOUND', `No film of this lake has the id ${JSON.stringify(film_id)}.`, {
      hint: 'Search for its title: a new run may have given the film another id.',
      details: { film_id },
    })
  }
  const people = await run.duck.query<FilmDetail['people'][number]>(PEOPLE, [film_id], { signal })
  const [reviews] = await run.duck.query<FilmDetail['reviews']>(REVIEWS, [film_id], { signal })
  const none = { total: 0, positive: 0, negative: 0, top_critic: 0, mean_score_ratio: null }
  return { film, told_by: await sourcesOfValues(run.layout, film), people, reviews: reviews ?? none }
}

async function sourcesOfValues(layout: LakeLayout, film: Film): Promise<FilmDetail['told_by']> {
  const specs = await sourcesOf(layout)
  const known = Object.entries(film).filter(([, value]) => value !== null)
  return Object.fromEntries(
    known.flatMap(([column]) => {
      const sources = toldBy(column, film.sources ?? [], specs)
      return sources.length > 0 ? [[column, sources]] : []
    }),
  )
}
