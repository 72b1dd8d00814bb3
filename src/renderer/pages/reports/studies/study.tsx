import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReportBase } from '../../../../pipeline/api.ts'
import { ErrorState } from '../../../components/error-state.tsx'
import { PrintableFigure } from '../printable-figure.tsx'
import { ReportSkeleton } from '../skeleton.tsx'
import { SourceLine, useSourceLine } from '../source-line.tsx'
import type { ReportState } from '../use-report.ts'
import classes from './studies.module.css'
import type { StudyText } from './study-text.ts'

export interface StudyProps<Data extends ReportBase> {
  name: 'agreement' | 'drift' | 'directors'
  number: number
  report: ReportState<Data>
  text(data: Data): StudyText | null
  chart(data: Data, text: StudyText): ReactNode
}

/** A finding as one would write it down: told, shown, and what it does not say. */
export function Study<Data extends ReportBase>({ name, number, report, text, chart }: StudyProps<Data>) {
  const { t } = useTranslation('reports')
  const { data, filters, isUpdating, error, retry } = report
  const words = data && text(data)
  const source = useSourceLine(words, data, filters)
  return (
    <article className={classes.study} aria-busy={isUpdating || !data} data-testid={`study-${name}`}>
      <p className={classes.kicker}>
        {number}. {t(`studies.${name}.topic`)}
      </p>
      {error && <ErrorState error={error} onRetry={retry} />}
      {!data && !error && <ReportSkeleton />}
      {data && !words && <p className={classes.none}>{t(`studies.${name}.none`)}</p>}
      {data && words && (
        <>
          <h2 className={classes.title}>{words.title}</h2>
          <div className={classes.prose}>
            {words.paragraphs.map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
          </div>
          <PrintableFigure isStale={isUpdating}>{chart(data, words)}</PrintableFigure>
          <p className={classes.limits}>{words.limits}</p>
          <SourceLine text={source} />
        </>
      )}
    </article>
  )
}
