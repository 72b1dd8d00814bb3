import type { Facets } from '../../pipeline/api.ts'
import { useLake } from '../app/use-lake.ts'
import { useEngineQuery } from '../bridge/use-engine-query.ts'
import { useActiveFilters } from './store.ts'

/** What stands behind the controls; undefined while nothing is published. */
export function useFacets(): Facets | undefined {
  const filters = useActiveFilters()
  const published = useLake()?.published != null
  const { data } = useEngineQuery('films.facets', { filters }, { enabled: published })
  return published ? data : undefined
}
