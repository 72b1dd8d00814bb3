import type { Filters } from '../filters/filters.ts'
import { filtersFromQuery, filtersToQuery } from '../filters/query.ts'

export const PAGES = [
  'home',
  'explorer',
  'reports',
  'contributions',
  'quality',
  'sql',
  'cluster',
  'settings',
] as const
export type PageName = (typeof PAGES)[number]

export interface Route {
  page: PageName
  /** Such as one report among the reports. */
  section: string | null
  /** The film whose panel is open. */
  film: string | null
}

/** Of the explorer's table; null when the address says nothing of it. */
export interface TableParts {
  search: string | null
  /** `column` or `column:desc`. */
  sort: string | null
}

export interface Address extends Route, Partial<TableParts> {
  filters: Filters
}

/** `#/reports/correlation?film=tt0111161&from_year=1990`; an address that names no page is the home page. */
export function parseAddress(hash: string): Address & TableParts {
  const [path = '', query = ''] = splitOnce(hash.replace(/^#?\/?/, ''), '?')
  const [name = '', section = ''] = path.split('/')
  const search = new URLSearchParams(query)
  return {
    page: PAGES.find((page) => page === name) ?? 'home',
    section: decode(section) || null,
    film: search.get('film') || null,
    search: search.get('q') || null,
    sort: search.get('sort') || null,
    filters: filtersFromQuery(search),
  }
}

export function formatAddress({ page, section, film, filters, ...table }: Address): string {
  const search = new URLSearchParams(film ? { film } : {})
  if (page === 'explorer' && table.search) search.set('q', table.search)
  if (page === 'explorer' && table.sort) search.set('sort', table.sort)
  for (const [name, value] of filtersToQuery(filters)) search.append(name, value)
  const path = section ? `${page}/${encodeURIComponent(section)}` : page
  return `#/${path}${search.size > 0 ? `?${search}` : ''}`
}

function splitOnce(text: string, mark: string): string[] {
  const at = text.indexOf(mark)
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)]
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}
