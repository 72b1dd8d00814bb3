import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { cellText } from './cell-text.ts'
import { isNumeric } from './numeric.ts'
import classes from './sql.module.css'
import type { SqlAnswer } from './store.ts'

const ROW_HEIGHT = 28

/** The rows that are seen, of up to a thousand. */
export function AnswerTable({ answer }: { answer: SqlAnswer }) {
  const { columns, rows } = answer
  const { language } = useTranslation('sql').i18n
  const frame = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
  })
  const seen = virtual.getVirtualItems()
  const before = seen[0]?.start ?? 0
  const after = virtual.getTotalSize() - (seen.at(-1)?.end ?? 0)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <div ref={frame} className={classes.rows} tabIndex={0}>
      <table className={classes.grid} aria-rowcount={rows.length + 1}>
        <thead>
          <tr>
            {columns.map(({ name, type }) => (
              <th key={name} scope="col" data-number={isNumeric(type) || undefined}>
                {name} <span>{type.toLowerCase()}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {before > 0 && <tr style={{ height: before }} aria-hidden />}
          {seen.map(({ index, key }) => (
            <tr key={key} aria-rowindex={index + 2} style={{ height: ROW_HEIGHT }}>
              {columns.map(({ name, type }) => (
                <td key={name} data-number={isNumeric(type) || undefined}>
                  {cellText(rows[index]?.[name], type, language) ?? <i className={classes.null}>NULL</i>}
                </td>
              ))}
            </tr>
          ))}
          {after > 0 && <tr style={{ height: after }} aria-hidden />}
        </tbody>
      </table>
    </div>
  )
}
