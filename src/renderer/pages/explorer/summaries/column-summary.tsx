import { useTranslation } from 'react-i18next'
import type { ColumnSummary as Summary } from '../../../../pipeline/api.ts'
import { useFormat } from '../../../i18n/format.ts'
import type { ValueKind } from '../columns/value-text.ts'
import { Bars } from './bars.tsx'
import classes from './column-summary.module.css'
import { TopValues } from './top-values.tsx'

export interface ColumnSummaryProps {
  summary: Summary | undefined
  kind: ValueKind
  isStale: boolean
}

/** Under the name of a column: how its values are spread, and how many are unknown. Of one height always. */
export function ColumnSummary({ summary, kind, isStale }: ColumnSummaryProps) {
  const { t } = useTranslation('explorer')
  const format = useFormat()
  if (!summary) return <div className={classes.box} data-waiting />
  const total = summary.known + summary.unknown
  if (total === 0) return <div className={classes.box} />
  return (
    <div className={classes.box} data-stale={isStale || undefined}>
      {summary.known === 0 ? (
        <div className={classes.none}>{t('summary.none')}</div>
      ) : (
        <>
          {summary.kind === 'values' ? (
            <TopValues summary={summary} />
          ) : (
            <Bars summary={summary} kind={kind} />
          )}
          <div className={classes.caption}>
            <span>{unknownText(summary)}</span>
          </div>
        </>
      )}
    </div>
  )

  /** Next to nothing is not nothing, and next to all is not all. */
  function unknownText({ unknown, known }: Summary): string {
    if (unknown === 0) return ''
    const share = unknown / (unknown + known)
    if (share < 0.01) return t('summary.unknown', { share: `< ${format.percent(0.01)}` })
    return t('summary.unknown', { share: format.percent(Math.min(0.99, share)) })
  }
}
