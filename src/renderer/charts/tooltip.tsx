import { type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { useChartHeight, useChartWidth } from 'recharts'
import classes from './frame.module.css'
import { useTooltipHost } from './panel.tsx'
import { usePlace } from './plot-surface.tsx'
import type { TooltipText } from './tooltip-text.ts'

const GAP = 12

export interface TooltipProps {
  /** The mark, in the units of the axes. */
  x: number
  y: number
  text: TooltipText
  /** Always right of the mark, over the panels there. */
  staysRight?: boolean
}

/** Beside a mark, on the side where there is room. */
export function TooltipAt({ x, y, ...props }: TooltipProps) {
  const place = usePlace()
  return place ? <TooltipBeside {...place(x, y)} {...props} /> : null
}

function TooltipBeside({ x, y, text, staysRight = false }: TooltipProps) {
  const host = useTooltipHost()
  const width = useChartWidth() ?? 0
  const height = useChartHeight() ?? 0
  const ref = useRef<HTMLDivElement>(null)
  const [size, setSize] = useState({ width: 0, height: 0 })
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text has another size
  useLayoutEffect(() => {
    const box = ref.current?.getBoundingClientRect()
    if (box) setSize({ width: box.width, height: box.height })
  }, [text])
  if (!host) return null
  const goesLeft = x + GAP + size.width > width && x - GAP - size.width >= 0
  const right = staysRight ? x + GAP : Math.max(0, Math.min(x + GAP, width - size.width))
  const left = goesLeft && !staysRight ? x - GAP - size.width : right
  const top = Math.max(0, Math.min(y - size.height / 2, height - size.height))
  return createPortal(
    <div
      ref={ref}
      className={classes.tooltip}
      style={{ left, top, visibility: size.width === 0 ? 'hidden' : 'visible' }}
      data-testid="chart-tooltip"
    >
      <TooltipBody {...text} />
    </div>,
    host,
  )
}

function TooltipBody({ title, rows, hint }: TooltipText): ReactNode {
  return (
    <>
      <div className={classes.tooltipTitle}>{title}</div>
      <dl className={classes.tooltipRows}>
        {rows.map(([name, value]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {hint && <div className={classes.tooltipHint}>{hint}</div>}
    </>
  )
}
