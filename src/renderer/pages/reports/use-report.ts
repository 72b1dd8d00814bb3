import { useState } from 'react'
import type { Params, Result } from '../../../pipeline/api.ts'
import type { EngineError } from '../../bridge/engine.ts'
import { useEngineQuery } from '../../bridge/use-engine-query.ts'
import { type Filters, normaliseFilters } from '../../filters/filters.ts'
import { useActiveFilters } from '../../filters/store.ts'
import type { ReportName } from './names.ts'

type Method = `report.${ReportName}`

export interface ReportState<Data> {
  /** The last valid result: it stays while another one loads, and when that fails. */
  data: Data | null
  /** What `data` was computed for. */
  filters: Filters
  isUpdating: boolean
  error: EngineError | null
  retry(): void
}

/** One report for the filters as they are. */
export function useReport<M extends Method>(
  method: M,
  options: Omit<Params<M>, 'filters'>,
): ReportState<Result<M>> {
  const filters = normaliseFilters(useActiveFilters())
  const { data, isPlaceholderData, isFetching, error, refetch } = useEngineQuery(method, {
    ...options,
    filters,
  } as Params<M>)
  const [last, setLast] = useState<{ data: Result<M>; filters: Filters } | null>(null)
  const fresh = isPlaceholderData ? undefined : data
  if (fresh !== undefined && fresh !== last?.data) setLast({ data: fresh, filters })
  return {
    data: fresh ?? last?.data ?? null,
    filters: fresh === undefined && last ? last.filters : filters,
    isUpdating: isFetching,
    error: error ?? null,
    retry: () => void refetch(),
  }
}
