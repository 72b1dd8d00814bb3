import { useCallback, useState } from 'react'
import type { RowRange } from './pages.ts'

/** The range of rows to ask for follows what is on screen in steps: not every row scrolled by is news. */
const STEP = 20

export function useRowRange(): [RowRange, (range: RowRange) => void] {
  const [range, setRange] = useState<RowRange>({ first: 0, last: 2 * STEP })
  const onRange = useCallback((next: RowRange) => {
    const first = Math.floor(next.first / STEP) * STEP
    const last = Math.ceil(next.last / STEP) * STEP
    setRange((before) => (before.first === first && before.last === last ? before : { first, last }))
  }, [])
  return [range, onRange]
}
