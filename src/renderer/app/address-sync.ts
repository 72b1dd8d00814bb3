import { replaceFilters, useFilters } from '../filters/store.ts'
import { formatAddress, parseAddress } from './address.ts'

/** Keeps the filters and the address the same, so that a view can be opened again and shared. */
export function followAddress(): void {
  const read = () => parseAddress(window.location.hash)
  replaceFilters(read().filters)
  window.addEventListener('hashchange', () => replaceFilters(read().filters))
  useFilters.subscribe(({ present }) => {
    const hash = formatAddress({ ...read(), filters: present })
    if (hash !== window.location.hash) window.history.replaceState(window.history.state, '', hash)
  })
}
