import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ColumnSummary } from '../../../../pipeline/api.ts'
import { setFilters, useFilters } from '../../../filters/store.ts'
import { useFormat } from '../../../i18n/format.ts'
import { useCodeText } from '../columns/use-code-text.ts'
import classes from './column-summary.module.css'
import { valueFilter } from './summary-filter.ts'

type ValuesSummary = Extract<ColumnSummary, { kind: 'values' }>

export interface TopValuesProps {
  summary: ValuesSummary
  /** How many values are unknown, in words. */
  unknown: string
}

/** What fits over a column. */
const SHOWN = 3

/** The most frequent values, each a bar as long as it is frequent; where it filters, a button. */
export const TopValues = memo(function TopValues({ summary, unknown }: TopValuesProps) {
  const { t } = useTranslation('explorer')
  const format = useFormat()
  const codeText = useCodeText()
  const chosen = useFilters((history) => history.present.genres) ?? []
  const total = summary.known + summary.unknown
  const distinct = t('summary.distinct', {
    count: summary.distinct,
    formatted: format.integer(summary.distinct),
  })
  const [first] = summary.top
  // Of values that are nearly all different none is frequent.
  const shown = first && first.n / total >= 0.005 && first.n > 1 ? summary.top.slice(0, SHOWN) : []
  return (
    <>
      <div className={classes.values}>
        {shown.map(({ value, n }) => {
          const filter = valueFilter(summary.column, value, chosen)
          const content = (
            <>
              <span className={classes.share} style={{ width: `${(n / total) * 100}%` }} />
              <span className={classes.value}>{String(codeText(summary.column, value))}</span>
              <span className={classes.count}>{format.percent(n / total)}</span>
            </>
          )
          const title = `${codeText(summary.column, value)} : ${format.integer(n)}`
          return filter ? (
            <button
              key={value}
              type="button"
              className={classes.line}
              title={title}
              aria-pressed={chosen.includes(value)}
              onClick={() => setFilters(filter)}
            >
              {content}
              <span className="visually-hidden">{t('summary.filter_by', { n: format.integer(n) })}</span>
            </button>
          ) : (
            <div key={value} className={classes.line} title={title}>
              {content}
            </div>
          )
        })}
      </div>
      <div className={classes.caption}>{distinct}</div>
      <div className={classes.caption}>{unknown}</div>
    </>
  )
})
