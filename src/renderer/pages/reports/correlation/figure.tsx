import type { CorrelationReport } from '../../../../pipeline/api.ts'
import { useChartHeight } from '../../../charts/use-chart-height.ts'
import { NotDrawn } from '../not-drawn.tsx'
import classes from './correlation.module.css'
import { Quadrants } from './quadrants.tsx'
import { Scatter } from './scatter.tsx'

export interface CorrelationFigureProps {
  report: CorrelationReport
  label: string
  description: string
  /** In pixels, however large the window is. */
  tallest?: number
}

/** The films, and what each of the four kinds of agreement earned. */
export function CorrelationFigure({ report, label, description, tallest = 560 }: CorrelationFigureProps) {
  const height = useChartHeight(330, tallest)
  if (!report.chart) return null
  if (report.n === 0) return <NotDrawn report="correlation" />
  return (
    <div className={classes.figure}>
      <Scatter height={height} report={report} chart={report.chart} label={label} description={description} />
      <Quadrants height={height} report={report} />
    </div>
  )
}
