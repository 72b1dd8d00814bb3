import { useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './cluster.module.css'

/** Lines of a log, its end in sight, and kept in sight unless somebody has scrolled up to read. */
export function LogText({ lines }: { lines: readonly string[] }) {
  const { t } = useTranslation('cluster')
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
      aria-label={t('log.lines')}
      onScroll={({ currentTarget: { scrollTop, scrollHeight, clientHeight } }) => {
        atEnd.current = scrollHeight - scrollTop - clientHeight < 20
      }}
    >
      {text}
    </pre>
  )
}
