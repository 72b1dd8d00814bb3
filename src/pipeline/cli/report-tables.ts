import type { CorrelationReport, GenresReport, TalentsReport, TimelineReport } from '../api.ts'
import { count, decimal, money, text, year } from './terminal/format.ts'
import { renderTable } from './terminal/table.ts'

export function correlationTables({ outliers, revenue_by_quadrant, thresholds }: CorrelationReport): string {
  const quadrants = renderTable(
    [
      { title: 'agreement', value: (row) => row.quadrant },
      { title: 'films', value: (row) => count(row.n), align: 'right' },
      { title: 'with box office', value: (row) => count(row.n_with_box_office), align: 'right' },
      { title: 'median box office', value: (row) => money(row.median_box_office_usd), align: 'right' },
    ],
    revenue_by_quadrant,
  )
  const films = renderTable(
    [
      { title: 'outlier', value: (row) => text(row.title) },
      { title: 'year', value: (row) => year(row.year), align: 'right' },
      { title: 'IMDb', value: (row) => decimal(row.imdb_rating, 1), align: 'right' },
      { title: 'critics', value: (row) => decimal(row.tomato_meter, 0), align: 'right' },
      { title: 'residual', value: (row) => decimal(row.studentised_residual, 2), align: 'right' },
    ],
    outliers,
  )
  const limits = `High: IMDb from ${decimal(thresholds.imdb_rating, 1)}, critics from ${decimal(thresholds.tomato_meter, 0)}.`
  return [quadrants, limits, '', films].join('\n')
}

export function timelineTable({ buckets }: TimelineReport): string {
  return renderTable(
    [
      { title: 'from', value: (row) => year(row.year), align: 'right' },
      { title: 'films', value: (row) => count(row.films), align: 'right' },
      { title: 'with box office', value: (row) => count(row.films_with_box_office), align: 'right' },
      { title: 'box office', value: (row) => money(row.box_office_usd), align: 'right' },
      { title: 'mean IMDb', value: (row) => decimal(row.mean_imdb_rating, 2), align: 'right' },
    ],
    buckets,
  )
}

export function genresTable({ genres }: GenresReport): string {
  return renderTable(
    [
      { title: 'genre', value: (row) => row.genre },
      { title: 'films', value: (row) => count(row.n), align: 'right' },
      { title: 'min', value: (row) => count(row.min), align: 'right' },
      { title: 'q1', value: (row) => decimal(row.q1, 1), align: 'right' },
      { title: 'median', value: (row) => decimal(row.median, 1), align: 'right' },
      { title: 'q3', value: (row) => decimal(row.q3, 1), align: 'right' },
      { title: 'max', value: (row) => count(row.max), align: 'right' },
      { title: 'outliers', value: (row) => count(row.outliers), align: 'right' },
      { title: 'median box office', value: (row) => money(row.median_box_office_usd), align: 'right' },
      { title: 'a minute', value: (row) => money(row.median_revenue_per_minute), align: 'right' },
    ],
    genres,
  )
}

export function talentsTable({ talents }: TalentsReport): string {
  return renderTable(
    [
      { title: 'name', value: (row) => row.name, width: 32 },
      { title: 'role', value: (row) => row.role },
      { title: 'films', value: (row) => count(row.films), align: 'right' },
      { title: 'box office', value: (row) => money(row.box_office_usd), align: 'right' },
      { title: 'mean IMDb', value: (row) => decimal(row.mean_imdb_rating, 2), align: 'right' },
      { title: 'a minute', value: (row) => money(row.revenue_per_minute), align: 'right' },
    ],
    talents,
  )
}
