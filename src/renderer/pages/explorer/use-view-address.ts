import { useEffect } from 'react'
import { setAddressParts } from '../../app/router.ts'
import { parseSort, sortParam } from './table/sort.ts'
import { changeView, useExplorer, type ViewName } from './view-state.ts'

/**
 * Keeps the search and the order of a table in the address, so that what is seen can be opened again and
 * shared. An address that says nothing of them, such as a link of the rail, leaves them as they are.
 */
export function useViewAddress(view: ViewName, columns: readonly { id: string }[]): void {
  useEffect(() => {
    const write = () => {
      const { search, sort } = useExplorer.getState()[view]
      setAddressParts({ search: search.trim() || null, sort: sortParam(sort).sort ?? null })
    }
    const adopt = () => {
      const { search, sort } = setAddressParts({})
      const asked = parseSort(sort)
      const shown = useExplorer.getState()[view]
      if (search !== null && search !== shown.search.trim()) changeView(view, { search })
      if (asked && sort !== sortParam(shown.sort).sort && columns.some(({ id }) => id === asked.id))
        changeView(view, { sort: asked })
      write()
    }
    adopt()
    window.addEventListener('hashchange', adopt)
    const unsubscribe = useExplorer.subscribe(write)
    return () => {
      window.removeEventListener('hashchange', adopt)
      unsubscribe()
    }
  }, [view, columns])
}
