import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CorrelationChart, CorrelationReport } from '../../../../pipeline/api.ts'
import { navigate } from '../../../app/router.ts'
import { AxisTitle, BottomAxis, Grid, LeftAxis } from '../../../charts/axes.tsx'
import { densityClasses } from '../../../charts/density-classes.ts'
import { ChartFrame } from '../../../charts/frame.tsx'
import { ContributedMarks } from '../../../charts/marks/contributed.tsx'
import { Density, DensityLegend } from '../../../charts/marks/density.tsx'
import { PointLabels } from '../../../charts/marks/point-labels.tsx'
import { ActivePoint, Points } from '../../../charts/marks/points.tsx'
import { Trend } from '../../../charts/marks/trend.tsx'
import { Panel } from '../../../charts/panel.tsx'
import { Brushed } from '../../../charts/plot-surface.tsx'
import { TooltipAt } from '../../../charts/tooltip.tsx'
import { asSentence } from '../../../charts/tooltip-text.ts'
import { setFilters } from '../../../filters/store.ts'
import { useFormat } from '../../../i18n/format.ts'
import { asImdbRange, domainOf, imdbTicks } from './layout.ts'
import { useMarks } from './marks.ts'
import { ScatterSurface } from './scatter-surface.tsx'
import { Thresholds } from './thresholds.tsx'

const MARGIN = { top: 30, right: 12, bottom: 24, left: 4 }
/** Names on the drawing itself; the list has them all. */
const LABELS = 14
/** Narrower, the legend is its swatches only. */
const ROOM_FOR_TITLE = 560

export interface ScatterProps {
  height: number
  report: CorrelationReport
  chart: CorrelationChart
  label: string
  description: string
}

/** Every film by what the public and the critics think of it, or how many there are where they are many. */
export function Scatter({ height, report, chart, label, description }: ScatterProps) {
  const { t } = useTranslation('reports')
  const format = useFormat()
  const [active, setActive] = useState<number | null>(null)
  const [brush, setBrush] = useState<[number, number] | null>(null)
  const marks = useMarks(report, chart)
  const mark = active === null ? undefined : marks[active]
  const { x, y } = useMemo(() => domainOf(chart), [chart])
  const { outliers, slope, intercept, thresholds } = report
  const extremes = useMemo(
    () => outliers.map((each) => ({ x: each.imdb_rating, y: each.tomato_meter })),
    [outliers],
  )
  const labels = useMemo(
    () =>
      outliers.slice(0, LABELS).map((each, index) => ({
        id: each.film_id,
        text: each.title ?? each.film_id,
        ...(extremes[index] ?? { x: 0, y: 0 }),
      })),
    [outliers, extremes],
  )
  const most = chart.cells.reduce((max, { n }) => Math.max(max, n), 0)
  const starts = useMemo(() => densityClasses(most), [most])

  const onBrush = (range: [number, number] | null, isDone: boolean) => {
    setActive(null)
    setBrush(isDone ? null : range)
    if (!isDone || !range) return
    const [min_imdb, max_imdb] = asImdbRange(range)
    setFilters({ min_imdb, max_imdb })
  }
  const open = (index: number) => {
    const chosen = marks[index]
    if (chosen?.film) navigate({ page: 'explorer', film: chosen.film })
    else if (chosen?.range) setFilters({ min_imdb: chosen.range[0], max_imdb: chosen.range[1] })
  }
  const brushText = (range: [number, number]) => {
    const [low, high] = asImdbRange(range)
    return t('correlation.brush', { low: format.decimal(low, 1), high: format.decimal(high, 1) })
  }

  return (
    <ChartFrame
      label={label}
      description={`${description} ${t('correlation.keyboard')}`}
      height={height}
      count={marks.length}
      active={active}
      onActive={setActive}
      onOpen={open}
      speak={(index) => (marks[index] ? asSentence(marks[index].text) : '')}
    >
      {(width) => (
        <Panel width={width} height={height} margin={MARGIN}>
          <LeftAxis ticks={[0, 20, 40, 60, 80, 100]} width={36} format={(value) => format.integer(value)} />
          <BottomAxis
            ticks={imdbTicks(x)}
            domain={x}
            format={(value) => format.decimal(value, value % 1 ? 1 : 0)}
          />
          <Grid horizontal />
          <AxisTitle at="top" shift={36} text={t('correlation.axis_critics')} />
          <AxisTitle at="bottom" text={t('correlation.axis_public')} />
          {chart.kind === 'density' && <Density cells={chart.cells} size={chart.cell_size} starts={starts} />}
          {chart.kind === 'points' && (
            <Points points={marks} colour="var(--chart-1)" radius={2.9} opacity={0.5} />
          )}
          <Thresholds imdb={thresholds.imdb_rating} critics={thresholds.tomato_meter} />
          {slope !== null && intercept !== null && (
            <Trend
              slope={slope}
              intercept={intercept}
              band={chart.band}
              x={{ low: x[0], high: x[1] }}
              y={{ low: y[0], high: y[1] }}
            />
          )}
          <Points points={extremes} colour="var(--chart-2)" radius={4} isRinged />
          <ContributedMarks points={marks.filter(({ contributed }) => contributed)} />
          <PointLabels labels={labels} marks={extremes} />
          {chart.kind === 'density' && (
            <DensityLegend
              starts={starts}
              max={most}
              title={width < ROOM_FOR_TITLE ? '' : t('correlation.legend')}
              format={(value) => format.integer(value)}
              x={40}
              y={height - 12}
            />
          )}
          <Brushed range={brush} {...(brush ? { label: brushText(brush) } : {})} />
          <ScatterSurface
            marks={marks}
            isOverMark={mark !== undefined}
            onActive={setActive}
            onOpen={open}
            onBrush={onBrush}
          />
          {mark && <ActivePoint x={mark.x} y={mark.y} colour={mark.colour} />}
          {mark && <TooltipAt x={mark.x} y={mark.y} text={mark.text} />}
        </Panel>
      )}
    </ChartFrame>
  )
}
