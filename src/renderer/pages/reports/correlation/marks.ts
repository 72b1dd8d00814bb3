import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { CorrelationChart, CorrelationReport } from '../../../../pipeline/api.ts'
import { CONTRIBUTED_SIGN } from '../../../charts/contributed-sign.ts'
import type { TooltipText } from '../../../charts/tooltip-text.ts'
import { useFormat } from '../../../i18n/format.ts'
import { filmName, type Words } from '../report-text.ts'

export interface ScatterMark {
  x: number
  y: number
  colour: string
  /** The film it is; null for a cell of many. */
  film: string | null
  /** The IMDb range of a cell. */
  range: [number, number] | null
  /** A value of the film was corrected. */
  contributed: boolean
  text: TooltipText
}

/** What the pointer and the keys can reach, from left to right. */
export function useMarks(report: CorrelationReport, chart: CorrelationChart): ScatterMark[] {
  const { t } = useTranslation('reports')
  const format = useFormat()
  return useMemo(() => scatterMarks({ t, format }, report, chart), [t, format, report, chart])
}

export function scatterMarks(
  words: Words,
  { outliers }: CorrelationReport,
  chart: CorrelationChart,
): ScatterMark[] {
  const residuals = new Map(outliers.map((each) => [each.film_id, each.studentised_residual]))
  const films = chart.kind === 'points' ? chart.points : outliers
  const marks = films.map((film) => filmMark(words, film, residuals.get(film.film_id)))
  const cells =
    chart.kind === 'density' ? chart.cells.map((cell) => cellMark(words, cell, chart.cell_size)) : []
  return [...marks, ...cells].sort((one, other) => one.x - other.x || one.y - other.y)
}

type Point = CorrelationChart['points'][number]
type AnyFilm = Omit<Point, 'box_office_usd' | 'contributed'> &
  Partial<Pick<Point, 'box_office_usd' | 'contributed'>>

function filmMark({ t, format }: Words, film: AnyFilm, residual: number | undefined): ScatterMark {
  const { imdb_rating, tomato_meter, box_office_usd, contributed = false } = film
  const rows: TooltipText['rows'] = [
    [t('columns.imdb'), format.decimal(imdb_rating, 1)],
    [t('columns.critics'), format.percent(tomato_meter / 100)],
  ]
  if (box_office_usd !== undefined) rows.push([t('columns.box_office'), format.moneyBrief(box_office_usd)])
  if (contributed) rows.push([CONTRIBUTED_SIGN, t('contributed_film')])
  if (residual !== undefined) rows.push([t('correlation.columns.residual'), format.decimal(residual, 2)])
  return {
    x: imdb_rating,
    y: tomato_meter,
    colour: residual === undefined ? 'var(--chart-1)' : 'var(--chart-2)',
    film: film.film_id,
    range: null,
    contributed,
    text: { title: filmName(film), rows, hint: t('open_film') },
  }
}

function cellMark(
  { t, format }: Words,
  { x, y, n }: CorrelationChart['cells'][number],
  { dx, dy }: CorrelationChart['cell_size'],
): ScatterMark {
  // The next cell begins at the upper edge, but for the last ones, which hold 10 and 100.
  const range: [number, number] = [round(x), x + dx >= 10 ? 10 : round(x + dx - 0.1)]
  const highest = y + dy >= 100 ? 100 : y + dy - 1
  const between = (low: string, high: string) => t('range', { low, high })
  return {
    x: x + dx / 2,
    y: y + dy / 2,
    colour: 'var(--chart-1)',
    film: null,
    range,
    contributed: false,
    text: {
      title: t('films', { count: n, formatted: format.integer(n) }),
      rows: [
        [t('columns.imdb'), between(format.decimal(range[0], 1), format.decimal(range[1], 1))],
        [t('columns.critics'), between(format.integer(y), format.percent(highest / 100))],
      ],
      hint: t('correlation.filter_cell'),
    },
  }
}

const round = (value: number) => Math.round(value * 10) / 10
