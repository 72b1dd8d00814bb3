import { useCallback, useState } from 'react'

/** The row that the keyboard is on: the first of each new list. */
export function useActiveRow(listKey: string, total: number): [number, (index: number) => void] {
  const [active, setActive] = useState({ listKey, index: 0 })
  const index = active.listKey === listKey ? active.index : 0
  const activate = useCallback((next: number) => setActive({ listKey, index: next }), [listKey])
  return [Math.min(index, Math.max(0, total - 1)), activate]
}
