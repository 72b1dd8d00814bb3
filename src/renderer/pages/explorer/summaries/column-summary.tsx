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
  const unknown = useUnknownText(summary)
  if (!summary) return <div className={classes.box} data-waiting />
  if (summary.known + summary.unknown === 0) return <div className={classes.box} />
  return (
    <div className={classes.box} data-stale={isStale || undefined}>
      {summary.known === 0 ? (
        <div className={classes.none}>{t('summary.none')}</div>
      ) : summary.kind === 'values' ? (
        <TopValues summary={summary} unknown={unknown} />
      ) : (
        <Bars summary={summary} kind={kind} unknown={unknown} />
      )}
    </div>
  )
}

/** Next to nothing is not nothing, and next to all is not all. */
function useUnknownText(summary: Summary | undefined): string {
  const { t } = useTranslation('explorer')
  const format = useFormat()
  if (!summary || summary.unknown === 0) return ''
  const share = summary.unknown / (summary.unknown + summary.known)
  if (share < 0.01) return t('summary.unknown', { share: `< ${format.percent(0.01)}` })
  return t('summary.unknown', { share: format.percent(Math.min(0.99, share)) })
}
