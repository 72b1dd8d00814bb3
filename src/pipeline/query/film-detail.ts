import { access } from 'node:fs/promises'
import type { CheckedParams, Film, FilmDetail } from '../api.ts'
import { filePath } from '../duck/index.ts'
import { CineError } from '../errors.ts'
import { toldByNotes } from '../lake/run-folders.ts'
import { sourcesOf } from '../sources/index.ts'
import { toldBy } from '../transform/index.ts'
import { FILM_COLUMNS } from './films-page.ts'
import type { Published } from './published.ts'

const PEOPLE = `SELECT person_id, name, role, source FROM people WHERE film_id = $1
  ORDER BY list_position(['director', 'writer', 'actor'], role), position, name, person_id`

const REVIEWS = `SELECT count(*) AS total, count(*) FILTER (WHERE sentiment = 'positive') AS positive,
    count(*) FILTER (WHERE sentiment = 'negative') AS negative,
    count(*) FILTER (WHERE is_top_critic) AS top_critic, count(score_ratio) AS scored,
    avg(score_ratio) AS mean_score_ratio
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
  const none = { total: 0, positive: 0, negative: 0, top_critic: 0, scored: 0, mean_score_ratio: null }
  return { film, told_by: await sourcesOfValues(run, film, signal), people, reviews: reviews ?? none }
}

async function sourcesOfValues(
  run: Published,
  film: Film,
  signal: AbortSignal | undefined,
): Promise<FilmDetail['told_by']> {
  const specs = await sourcesOf(run.layout)
  const noted = await notedOf(run, film.film_id, signal)
  const known = Object.entries(film).filter(([, value]) => value !== null)
  return Object.fromEntries(
    known.flatMap(([column]) => {
      const teller = noted[column]
      const sources = teller ? [teller] : toldBy(column, film.sources ?? [], specs)
      return sources.length > 0 ? [[column, sources]] : []
    }),
  )
}

/** What the run noted of the film, by column; nothing where it kept no such notes, as earlier versions did not. */
async function notedOf(
  { layout, manifest, duck }: Published,
  filmId: string,
  signal: AbortSignal | undefined,
): Promise<Record<string, string | null>> {
  const path = toldByNotes(layout, manifest.run_id)
  const there = await access(path).then(
    () => true,
    () => false,
  )
  if (!there) return {}
  const [row] = await duck.query<Record<string, string | null>>(
    'SELECT * FROM read_parquet($1, hive_partitioning = false) WHERE film_id = $2',
    [filePath(path), filmId],
    { signal },
  )
  // Not left out by SQL: of a lake of one source there is no other column, and a list of none is an error.
  const { film_id: _, ...noted } = row ?? {}
  return noted
}
