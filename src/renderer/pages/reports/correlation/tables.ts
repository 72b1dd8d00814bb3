import type { CorrelationReport } from '../../../../pipeline/api.ts'
import type { Words } from '../report-text.ts'
import { type DataTable, dataTable, numberColumn, type TableColumn } from '../table.ts'

type Outlier = CorrelationReport['outliers'][number]
type Chart = NonNullable<CorrelationReport['chart']>
type FilmRow = Pick<Outlier, 'film_id' | 'title' | 'year' | 'imdb_rating' | 'tomato_meter'>

export function correlationTables(words: Words, report: CorrelationReport): DataTable[] {
  const { t, format } = words
  const { chart, outliers, revenue_by_quadrant } = report
  const tables = [
    dataTable(
      'statistics',
      t('correlation.tables.statistics'),
      [
        {
          key: 'statistic',
          label: t('correlation.columns.statistic'),
          value: ({ key }) => key,
          text: ({ label }) => label,
        },
        {
          key: 'value',
          label: t('correlation.columns.value'),
          value: ({ value }) => value,
          text: ({ value, digits }) => format.decimal(value, digits),
          isNumber: true,
        },
      ],
      statistics(words, report),
    ),
    dataTable(
      'quadrants',
      t('correlation.tables.quadrants'),
      [
        {
          key: 'quadrant',
          label: t('correlation.columns.quadrant'),
          value: ({ quadrant }) => quadrant,
          text: ({ quadrant }) => t(`correlation.quadrants.${quadrant}`),
        },
        numberColumn('n', t('columns.films'), (value) => format.integer(value)),
        numberColumn('n_with_box_office', t('columns.with_box_office'), (value) => format.integer(value)),
        numberColumn('median_box_office_usd', t('columns.median_box_office'), (value) => format.money(value)),
      ],
      revenue_by_quadrant,
    ),
    dataTable(
      'outliers',
      t('correlation.tables.outliers'),
      [
        ...filmColumns<Outlier>(words),
        numberColumn('studentised_residual', t('correlation.columns.residual'), (value) =>
          format.decimal(value, 2),
        ),
      ],
      outliers,
      ({ film_id }) => film_id,
    ),
  ]
  return chart ? [...tables, chart.kind === 'points' ? points(words, chart) : cells(words, chart)] : tables
}

function statistics({ t }: Words, { n, pearson_r, r2, slope, intercept, thresholds }: CorrelationReport) {
  const name = (key: 'n' | 'pearson_r' | 'r2' | 'slope' | 'intercept') => t(`correlation.statistics.${key}`)
  return [
    { key: 'n', label: name('n'), value: n, digits: 0 },
    { key: 'pearson_r', label: name('pearson_r'), value: pearson_r, digits: 4 },
    { key: 'r2', label: name('r2'), value: r2, digits: 4 },
    { key: 'slope', label: name('slope'), value: slope, digits: 4 },
    { key: 'intercept', label: name('intercept'), value: intercept, digits: 4 },
    {
      key: 'threshold_imdb_rating',
      label: t('correlation.statistics.threshold_imdb'),
      value: thresholds.imdb_rating,
      digits: 1,
    },
    {
      key: 'threshold_tomato_meter',
      label: t('correlation.statistics.threshold_critics'),
      value: thresholds.tomato_meter,
      digits: 0,
    },
  ]
}

function filmColumns<Row extends FilmRow>({ t, format }: Words): TableColumn<Row>[] {
  return [
    {
      key: 'title',
      label: t('columns.film'),
      value: ({ title }) => title,
      text: ({ title, film_id }) => title ?? film_id,
    },
    { key: 'year', label: t('columns.year'), value: ({ year }) => year, isNumber: true },
    numberColumn('imdb_rating', t('columns.imdb'), (value) => format.decimal(value, 1)),
    numberColumn('tomato_meter', t('columns.critics'), (value) => format.decimal(value, 0)),
  ]
}

function points(words: Words, { points }: Chart): DataTable {
  const { t, format } = words
  return dataTable(
    'films',
    t('correlation.tables.films'),
    [
      ...filmColumns<Chart['points'][number]>(words),
      numberColumn('box_office_usd', t('columns.box_office'), (value) => format.money(value)),
      { key: 'film_id', label: t('columns.id'), value: ({ film_id }) => film_id },
    ],
    points,
    ({ film_id }) => film_id,
  )
}

function cells({ t, format }: Words, { cells, cell_size: { dx, dy } }: Chart): DataTable {
  type Cell = Chart['cells'][number]
  const edge = (
    key: string,
    label: string,
    value: (cell: Cell) => number,
    digits: number,
  ): TableColumn<Cell> => ({
    key,
    label,
    value,
    text: (cell) => format.decimal(value(cell), digits),
    isNumber: true,
  })
  return dataTable(
    'cells',
    t('correlation.tables.cells'),
    [
      edge('imdb_from', t('correlation.columns.imdb_from'), ({ x }) => x, 2),
      edge('imdb_to', t('correlation.columns.imdb_to'), ({ x }) => plus(x, dx), 2),
      edge('critics_from', t('correlation.columns.critics_from'), ({ y }) => y, 1),
      edge('critics_to', t('correlation.columns.critics_to'), ({ y }) => plus(y, dy), 1),
      edge('n', t('columns.films'), ({ n }) => n, 0),
    ],
    cells,
  )
}

/** Without the dust of binary fractions: 2.4, not 2.4000000000000004. */
const plus = (one: number, other: number) => Number((one + other).toPrecision(12))
