import { useId, useMergedRef, useResizeObserver } from '@mantine/hooks'
import { type KeyboardEvent, type ReactNode, type Ref, useState } from 'react'
import classes from './frame.module.css'
import { nextMark } from './next-mark.ts'

export interface ChartFrameProps {
  /** What the chart is, as its name for a screen reader. */
  label: string
  /** What it shows, in sentences: its text alternative. */
  description: string
  /** Reserved before anything is drawn, so that nothing moves when it is. */
  height: number
  /** How many marks the arrow keys go through. */
  count: number
  active: number | null
  onActive(index: number | null): void
  onOpen?: (index: number) => void
  /** A mark in words. */
  speak(index: number): string
  figureRef?: Ref<HTMLDivElement>
  className?: string
  children(width: number): ReactNode
}

/** Around every chart: its size, its name, and the keys that walk from mark to mark. */
export function ChartFrame(props: ChartFrameProps) {
  const { label, description, height, count, active, onActive, onOpen, speak, children } = props
  const [observed, { width }] = useResizeObserver<HTMLDivElement>()
  const ref = useMergedRef(observed, props.figureRef)
  const [spoken, setSpoken] = useState('')
  const id = useId()

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || count === 0) return
    if (active !== null && (event.key === 'Enter' || event.key === ' ')) {
      event.preventDefault()
      onOpen?.(active)
      return
    }
    const next = nextMark(event.key, active, count)
    if (next === undefined) return
    event.preventDefault()
    onActive(next)
    setSpoken(next === null ? '' : speak(next))
  }

  return (
    // biome-ignore-start lint/a11y/noNoninteractiveTabindex: an application, as ARIA has it, takes the keyboard
    <div
      ref={ref}
      className={[classes.frame, props.className].filter(Boolean).join(' ')}
      style={{ minHeight: height }}
      role="application"
      aria-label={label}
      aria-describedby={id}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onBlur={() => onActive(null)}
    >
      <p id={id} className="visually-hidden">
        {description}
      </p>
      <output className="visually-hidden" aria-live="polite">
        {spoken}
      </output>
      {width > 0 && children(Math.floor(width))}
    </div>
    // biome-ignore-end lint/a11y/noNoninteractiveTabindex: see above
  )
}
