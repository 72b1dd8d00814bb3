import { useMergedRef, useResizeObserver } from '@mantine/hooks'
import type { CSSProperties, ReactNode, Ref } from 'react'
import classes from './reports.module.css'

export interface PrintableFigureProps {
  figureRef?: Ref<HTMLElement>
  /** What is shown belongs to the filters before. */
  isStale: boolean
  children: ReactNode
}

/** A figure that paper makes smaller as a whole: its drawings keep the size that they have on screen. */
export function PrintableFigure({ figureRef, isStale, children }: PrintableFigureProps) {
  const [observed, { width }] = useResizeObserver<HTMLElement>()
  const ref = useMergedRef(observed, figureRef)
  return (
    <figure
      ref={ref}
      className={classes.figure}
      style={{ '--figure-width': Math.ceil(width) } as CSSProperties}
      data-stale={isStale || undefined}
      data-testid="report-figure"
    >
      {children}
    </figure>
  )
}
