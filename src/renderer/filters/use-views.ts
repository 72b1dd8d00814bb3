import { useQueryClient } from '@tanstack/react-query'
import type { SavedView } from '../../pipeline/api.ts'
import { engine } from '../bridge/engine.ts'
import { useEngineQuery } from '../bridge/use-engine-query.ts'
import { equalFilters, type Filters } from './filters.ts'

export interface Views {
  views: readonly SavedView[]
  save(name: string, filters: Filters): Promise<void>
  remove(name: string): Promise<void>
}

/** The views that are kept with the lake, by name. */
export function useViews(): Views {
  const client = useQueryClient()
  const { data } = useEngineQuery('views.list', {})
  const keep = (result: { views: SavedView[] }) => client.setQueryData(['views.list', {}], result)
  return {
    views: data?.views ?? [],
    save: async (name, filters) => void keep(await engine.request('views.save', { name, filters })),
    remove: async (name) => void keep(await engine.request('views.remove', { name })),
  }
}

/** The view that is being looked at, if it is one. */
export function viewOf(views: readonly SavedView[], filters: Filters): SavedView | undefined {
  return views.find((view) => equalFilters(view.filters, filters))
}
