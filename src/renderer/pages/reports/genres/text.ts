import type { GenresReport } from '../../../../pipeline/api.ts'
import { films, leftOut, type ReportText, type Words } from '../report-text.ts'
import { type DataTable, dataTable, type TableColumn } from '../table.ts'

type Genre = GenresReport['genres'][number]

/** A median of fewer films is not a finding. */
const LEAST_FILMS = 10

/** Those with enough films to be compared; all of them when fewer than two have. */
export function comparable(genres: readonly Genre[]): readonly Genre[] {
  const enough = genres.filter(({ n }) => n >= LEAST_FILMS)
  return enough.length >= 2 ? enough : genres
}

export function genresText(words: Words, report: GenresReport): ReportText {
  const { t, format } = words
  const shown = report.filtered - report.left_out
  return {
    headline: headline(words, report),
    summary: summary(words, report),
    description: t('genres.description', {
      count: report.genres.length,
      formatted: format.integer(report.genres.length),
    }),
    shown: films(words, shown),
    leftOut: leftOut(words, report.left_out, t('genres.left_out')),
    how: t('genres.how', { returnObjects: true, least: format.integer(LEAST_FILMS) }) as readonly string[],
    tables: [genresTable(words, report.genres)],
    isEmpty: report.genres.length === 0,
  }
}

function headline({ t, format }: Words, { genres }: GenresReport): string {
  const compared = comparable(genres)
  const [longest, shortest] = [compared[0], compared.at(-1)]
  if (!longest || !shortest) return t('genres.headline_none')
  if (longest === shortest)
    return t('genres.headline_one', { genre: longest.genre, minutes: format.minutes(longest.median) })
  if (longest.median === shortest.median)
    return t('genres.headline_equal', { minutes: format.minutes(longest.median) })
  return t('genres.headline', {
    longest: longest.genre,
    long: format.minutes(longest.median),
    shortest: shortest.genre,
    short: format.minutes(shortest.median),
  })
}

function summary({ t, format }: Words, { genres }: GenresReport): string {
  if (genres.length === 0) return t('genres.summary_none')
  const compared = comparable(genres)
  const best = compared
    .filter(({ median_revenue_per_minute }) => median_revenue_per_minute !== null)
    .toSorted((a, b) => (b.median_revenue_per_minute ?? 0) - (a.median_revenue_per_minute ?? 0))[0]
  return [
    best
      ? t('genres.summary', {
          genre: best.genre,
          per_minute: format.moneyBrief(best.median_revenue_per_minute),
          money: format.moneyBrief(best.median_box_office_usd),
        })
      : t('genres.summary_no_money'),
    compared.length < genres.length ? t('genres.summary_least', { least: format.integer(LEAST_FILMS) }) : '',
  ]
    .filter(Boolean)
    .join(' ')
}

function genresTable({ t, format }: Words, genres: readonly Genre[]): DataTable {
  type NumberKey = Exclude<keyof Genre, 'genre'>
  const number = (
    key: NumberKey,
    label: string,
    write: (value: number | null) => string,
  ): TableColumn<Genre> => ({
    key,
    label,
    value: (genre) => genre[key],
    text: (genre) => write(genre[key]),
    isNumber: true,
  })
  const minutes = (value: number | null) => format.decimal(value, value !== null && value % 1 !== 0 ? 2 : 0)
  const count = (value: number | null) => format.integer(value)
  const money = (value: number | null) => format.money(value)
  return dataTable(
    'genres',
    t('genres.table'),
    [
      { key: 'genre', label: t('columns.genre'), value: ({ genre }) => genre },
      number('n', t('columns.films'), count),
      number('min', t('genres.columns.min'), minutes),
      number('whisker_low', t('genres.columns.whisker_low'), minutes),
      number('q1', t('genres.columns.q1'), minutes),
      number('median', t('genres.columns.median'), minutes),
      number('q3', t('genres.columns.q3'), minutes),
      number('whisker_high', t('genres.columns.whisker_high'), minutes),
      number('max', t('genres.columns.max'), minutes),
      number('outliers', t('genres.columns.outliers'), count),
      number('median_box_office_usd', t('columns.median_box_office'), money),
      number('median_revenue_per_minute', t('columns.median_per_minute'), money),
    ],
    genres,
  )
}
