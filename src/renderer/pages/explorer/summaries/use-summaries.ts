import { useMemo } from 'react'
import type { ColumnSummary } from '../../../../pipeline/api.ts'
import { useEngineQuery } from '../../../bridge/use-engine-query.ts'
import type { Filters } from '../../../filters/filters.ts'

export interface Summaries {
  byColumn: ReadonlyMap<string, ColumnSummary>
  /** They are those of the last question. */
  isStale: boolean
}

const NONE: ReadonlyMap<string, ColumnSummary> = new Map()

/** What stands over the columns on screen, for the films that are shown. */
export function useSummaries(
  question: { filters: Filters; search?: string },
  columns: readonly string[],
  enabled: boolean,
): Summaries {
  // In an order of their own, so that the same columns are the same question.
  const params = { ...question, columns: [...columns].sort() }
  const { data, isPlaceholderData } = useEngineQuery('films.columns', params, {
    enabled: enabled && columns.length > 0,
  })
  const byColumn = useMemo(
    () => (data ? new Map(data.columns.map((summary) => [summary.column, summary])) : NONE),
    [data],
  )
  return useMemo(() => ({ byColumn, isStale: isPlaceholderData }), [byColumn, isPlaceholderData])
}
