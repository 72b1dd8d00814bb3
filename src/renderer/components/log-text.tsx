import { useLayoutEffect, useRef } from 'react'
import classes from './log-text.module.css'

interface LogTextProps {
  lines: readonly string[]
  /** What it is, for who does not see it. */
  label: string
}

/** Lines of a log, its end in sight, and kept in sight unless somebody has scrolled up to read. */
export function LogText({ lines, label }: LogTextProps) {
  const frame = useRef<HTMLPreElement>(null)
  const atEnd = useRef(true)
  const text = lines.join('\n')
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is shown has changed, that is when to move.
  useLayoutEffect(() => {
    if (frame.current && atEnd.current) frame.current.scrollTop = frame.current.scrollHeight
  }, [text])
  return (
    <pre
      ref={frame}
      className={classes.log}
      // A region that scrolls must be reachable by keyboard.
      // biome-ignore lint/a11y/noNoninteractiveTabindex: see above.
      tabIndex={0}
      role="log"
      aria-label={label}
      onScroll={({ currentTarget: { scrollTop, scrollHeight, clientHeight } }) => {
        atEnd.current = scrollHeight - scrollTop - clientHeight < 20
      }}
    >
      {text}
    </pre>
  )
}
