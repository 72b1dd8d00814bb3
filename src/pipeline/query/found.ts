import type { Filters, Role } from '../api.ts'
import { filmFilter } from './filters.ts'
import type { Published } from './published.ts'
import { filmSearch, reviewSearch } from './search.ts'
import type { Values } from './values.ts'

/** Which rows a question is about, as the condition of a statement that takes these values. */
export type Found = (values: Values) => string

export interface FilmQuestion {
  filters?: Filters | undefined
  search?: string | undefined
  film_id?: string | undefined
}

/** Also by who had a part in them. */
export interface FilmsOf extends FilmQuestion {
  person_id?: string | undefined
  role?: Role | undefined
}

export async function filmsFound(run: Published, question: FilmsOf, signal?: AbortSignal): Promise<Found> {
  const filter = await filmFilter(run, question.filters)
  const search = await filmSearch(run, question.search, signal)
  return (values) => {
    const parts = [filter.where(values), ...search(values)]
    if (question.film_id !== undefined) parts.push(`film_id = ${values.add(question.film_id)}`)
    if (question.person_id !== undefined) {
      const role = question.role === undefined ? '' : ` AND role = ${values.add(question.role)}`
      parts.push(
        `film_id IN (SELECT film_id FROM people WHERE person_id = ${values.add(question.person_id)}${role})`,
      )
    }
    return parts.join(' AND ')
  }
}

export interface ReviewQuestion extends FilmQuestion {
  sentiment?: string | undefined
  top_critic?: boolean | undefined
}

export async function reviewsFound(
  run: Published,
  question: ReviewQuestion,
  signal?: AbortSignal,
): Promise<Found> {
  const filter = await filmFilter(run, question.filters)
  const search = await reviewSearch(run, question.search, signal)
  const { film_id, sentiment, top_critic } = question
  return (values) => {
    const parts = [...search(values)]
    if (filter.active.length > 0) {
      const films = `film_id IN (SELECT film_id FROM films WHERE ${filter.where(values)})`
      // Of an orphan, everything that is filtered by is unknown.
      const passes = filter.includeUnknown ? `(${films} OR film_id IS NULL)` : films
      // Under its own film, what someone contributed shows whatever is filtered.
      parts.push(film_id === undefined ? passes : `(${passes} OR origin = 'contribution')`)
    }
    if (film_id !== undefined) parts.push(`film_id = ${values.add(film_id)}`)
    if (sentiment !== undefined) parts.push(`sentiment = ${values.add(sentiment)}`)
    if (top_critic !== undefined) parts.push(`is_top_critic = ${values.add(top_critic)}`)
    return parts.length > 0 ? parts.join(' AND ') : 'true'
  }
}
