import type { GenresReport } from '../../../../pipeline/api.ts'

export interface OutlierMark {
  film: string
  title: string
  /** Of the row of its genre, from 0. */
  row: number
  minutes: number
}

/** The films beyond the whiskers, each in the row of its genre. */
export function outlierMarks({ genres, outlier_films = [] }: GenresReport): OutlierMark[] {
  const rows = new Map(genres.map(({ genre }, index) => [genre, index]))
  return outlier_films.flatMap(({ genre, film_id, title, runtime_minutes }) => {
    const row = rows.get(genre)
    return row === undefined
      ? []
      : [{ film: film_id, title: title ?? film_id, row, minutes: runtime_minutes }]
  })
}
