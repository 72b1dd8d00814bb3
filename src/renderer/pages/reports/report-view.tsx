import { type ReactNode, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReportBase } from '../../../pipeline/api.ts'
import { ErrorState } from '../../components/error-state.tsx'
import { ExportMenu } from './export-menu.tsx'
import { HowComputed, Numbers } from './more.tsx'
import type { ReportName } from './names.ts'
import { NoFilms } from './no-films.tsx'
import { PrintColours } from './print-colours.tsx'
import { PrintableFigure } from './printable-figure.tsx'
import type { ReportText } from './report-text.ts'
import classes from './reports.module.css'
import { ReportSkeleton } from './skeleton.tsx'
import { SourceLine, useSourceLine } from './source-line.tsx'
import type { ReportState } from './use-report.ts'

export interface ReportViewProps<Data extends ReportBase> {
  name: ReportName
  report: ReportState<Data>
  /** What is chosen on the report itself. */
  controls?: ReactNode
  /** The report's words; called only when there is a result. */
  text(data: Data): ReportText
  /** The chart, which is what is exported as a drawing. */
  chart(data: Data, text: ReportText): ReactNode
  /** Beside or below the chart. */
  more?: (data: Data) => ReactNode
}

/** The same order on every report: finding, chart, where it comes from, how, the numbers. */
export function ReportView<Data extends ReportBase>(props: ReportViewProps<Data>) {
  const { name, report, controls, text, chart, more } = props
  const { data, filters, isUpdating, error, retry } = report
  const { t } = useTranslation('reports')
  const figure = useRef<HTMLElement>(null)
  const words = data && data.filtered > 0 ? text(data) : null
  const source = useSourceLine(words, data, filters)

  if (!data) return error ? <ErrorState error={error} onRetry={retry} /> : <ReportSkeleton />
  return (
    <article className={classes.report} aria-busy={isUpdating} data-testid={`report-view-${name}`}>
      <PrintColours />
      {error && <ErrorState error={error} onRetry={retry} />}
      {words ? (
        <>
          <header className={classes.header}>
            <div>
              <h1 className={classes.headline} data-testid="report-headline">
                {words.headline}
              </h1>
              <p className={classes.summary} data-testid="report-summary">
                {words.summary}
              </p>
            </div>
            <ExportMenu
              figure={figure}
              text={words}
              source={source}
              file={{ report: name, run: data.run_id, filters }}
            />
          </header>
          {controls && <div className={classes.controls}>{controls}</div>}
          <PrintableFigure figureRef={figure} isStale={isUpdating}>
            {chart(data, words)}
          </PrintableFigure>
          <SourceLine text={source} />
          {more?.(data)}
          <div className={classes.more}>
            <HowComputed how={words.how} />
            <Numbers tables={words.tables} />
          </div>
        </>
      ) : (
        <>
          {controls && <div className={classes.controls}>{controls}</div>}
          <NoFilms />
        </>
      )}
      <span className="visually-hidden" aria-live="polite">
        {isUpdating ? t('updating') : ''}
      </span>
    </article>
  )
}
