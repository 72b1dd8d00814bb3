import { type CSSProperties, type MouseEvent, memo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ColumnSummary } from '../../../../pipeline/api.ts'
import { setFilters } from '../../../filters/store.ts'
import { useFormat } from '../../../i18n/format.ts'
import { numberText, type ValueKind } from '../columns/value-text.ts'
import classes from './column-summary.module.css'
import { binFilter, binRange } from './summary-filter.ts'

type NumberSummary = Extract<ColumnSummary, { kind: 'number' | 'date' }>

export interface BarsProps {
  summary: NumberSummary
  kind: ValueKind
  /** How many values are unknown, in words. */
  unknown: string
}

/** A histogram. The lines under it tell of the bar that the pointer is on, else from where to where it goes. */
export const Bars = memo(function Bars({ summary, kind, unknown }: BarsProps) {
  const { t } = useTranslation('explorer')
  const format = useFormat()
  const [pointed, setPointed] = useState<number | null>(null)
  const { bins, min, max } = summary
  const most = Math.max(1, ...bins.map(({ n }) => n))
  const write = (value: number) => numberText(kind, value, format, 'short')
  const withUnit = (value: number) => numberText(kind, value, format, 'short with unit')
  const range = (from: number, to: number) =>
    from === to ? withUnit(to) : t('summary.range', { low: write(from), high: withUnit(to) })
  const bin = pointed === null ? undefined : bins[pointed]
  const filters = bins.some((each) => binFilter(summary, each) !== null)
  const text = t('summary.numbers', {
    range: range(min ?? 0, max ?? 0),
    known: format.integer(summary.known),
    unknown: format.integer(summary.unknown),
  })
  return (
    <>
      <span className="visually-hidden">{text}</span>
      {/* For the pointer: the same filters are in the filter bar, by keyboard. */}
      <div
        className={classes.bars}
        aria-hidden="true"
        onPointerOver={(event) => setPointed(barUnder(event))}
        onPointerLeave={() => setPointed(null)}
        onClick={(event) => {
          const clicked = bins[barUnder(event) ?? -1]
          const filter = clicked && binFilter(summary, clicked)
          if (filter) setFilters(filter)
        }}
      >
        {bins.map((each, at) => (
          <button
            key={each.from}
            type="button"
            tabIndex={-1}
            className={classes.bar}
            data-at={at}
            data-filters={filters || undefined}
            style={{ '--height': heightOf(each.n / most) } as CSSProperties}
          />
        ))}
      </div>
      <div className={classes.caption} aria-hidden="true">
        {bin ? range(...binRange(summary, bin)) : range(min ?? 0, max ?? 0)}
      </div>
      <div className={classes.caption} aria-hidden="true">
        {bin ? <b>{t('count_films', { count: bin.n, formatted: format.integer(bin.n) })}</b> : unknown}
      </div>
    </>
  )
})

/** The smallest bar must still be seen. */
function heightOf(share: number): string {
  return share === 0 ? '0px' : `max(2px, ${(share * 100).toFixed(1)}%)`
}

function barUnder(event: MouseEvent): number | null {
  const at = (event.target as HTMLElement).dataset.at
  return at === undefined ? null : Number(at)
}
