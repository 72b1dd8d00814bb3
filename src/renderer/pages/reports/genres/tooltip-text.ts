import type { GenresReport } from '../../../../pipeline/api.ts'
import type { TooltipText } from '../../../charts/tooltip-text.ts'
import { contributedRow, type Words } from '../report-text.ts'
import type { OutlierMark } from './outliers.ts'

type Genre = GenresReport['genres'][number]

export function genreText(words: Words, genre: Genre): TooltipText {
  const { t, format } = words
  const { n, q1, median, q3, whisker_low, whisker_high, outliers } = genre
  const minutes = (value: number) => format.decimal(value, value % 1 === 0 ? 0 : 1)
  return {
    title: genre.genre,
    rows: [
      [t('columns.films'), format.integer(n)],
      [t('genres.columns.median'), format.minutes(median)],
      [t('genres.middle_half'), t('range_minutes', { low: minutes(q1), high: minutes(q3) })],
      [t('genres.whiskers'), t('range_minutes', { low: minutes(whisker_low), high: minutes(whisker_high) })],
      [t('genres.columns.outliers'), format.integer(outliers)],
      [t('columns.median_box_office'), format.moneyBrief(genre.median_box_office_usd)],
      [t('columns.median_per_minute'), format.moneyBrief(genre.median_revenue_per_minute)],
      ...contributedRow(words, genre.contributed),
    ],
    hint: t('genres.filter'),
  }
}

export function outlierText({ t, format }: Words, film: OutlierMark, genres: readonly Genre[]): TooltipText {
  return {
    title: film.title,
    rows: [
      [t('columns.minutes'), format.minutes(film.minutes)],
      [t('columns.genre'), genres[film.row]?.genre ?? ''],
    ],
    hint: t('open_film'),
  }
}
