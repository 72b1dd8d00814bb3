import type { Facets, FilmCounts } from '../../pipeline/api.ts'
import { useLake } from '../app/use-lake.ts'
import { useEngineQuery } from '../bridge/use-engine-query.ts'
import { useActiveFilters } from './store.ts'

/** How many films there are; undefined while nothing is published. */
export function useFilmCounts(): FilmCounts | undefined {
  const filters = useActiveFilters()
  const published = useLake()?.published != null
  const { data } = useEngineQuery('films.counts', { filters }, { enabled: published })
  return published ? data : undefined
}

/** What stands behind an open control: not asked for while all are closed, or every change would wait for it. */
export function useFacets(): Facets | undefined {
  const filters = useActiveFilters()
  return useEngineQuery('films.facets', { filters }).data
}
