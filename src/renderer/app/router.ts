import { useMemo, useSyncExternalStore } from 'react'
import { useFilters } from '../filters/store.ts'
import { formatAddress, type PageName, parseAddress, type Route, type TableParts } from './address.ts'

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener)
  return () => window.removeEventListener('hashchange', listener)
}

/** Where the page is, by the hash of its address. */
export function useRoute(): Route {
  const hash = useSyncExternalStore(subscribe, () => window.location.hash)
  return useMemo(() => {
    const { page, section, film } = parseAddress(hash)
    return { page, section, film }
  }, [hash])
}

/** Changes what the address says of the table, in place: no step to go back over. What it then says. */
export function setAddressParts(parts: Partial<TableParts>): TableParts {
  const address = { ...parseAddress(window.location.hash), ...parts }
  const hash = formatAddress(address)
  if (Object.keys(parts).length > 0 && hash !== window.location.hash)
    window.history.replaceState(window.history.state, '', hash)
  return { search: address.search, sort: address.sort }
}

/** Goes to a page; the filters go along. */
export function navigate(to: { page: PageName; section?: string | null; film?: string | null }): void {
  window.location.hash = addressOf(to)
}

/** The same as an address, for links. */
export function addressOf(to: { page: PageName; section?: string | null; film?: string | null }): string {
  const { page, section = null, film = null } = to
  return formatAddress({ page, section, film, filters: useFilters.getState().present })
}
