import { createContext, useContext } from 'react'
import { FILM_COLUMNS } from '../columns/film-columns.ts'
import { ColumnSummary } from './column-summary.tsx'
import type { Summaries } from './use-summaries.ts'

/** Past the head of the table, which stays as it is while what is under it changes. */
export const SummariesContext = createContext<Summaries>({ byColumn: new Map(), isStale: false })

const KINDS = new Map<string, (typeof FILM_COLUMNS)[number]['kind']>(
  FILM_COLUMNS.map(({ id, kind }) => [id, kind]),
)

export function SummaryOf({ id }: { id: string }) {
  const { byColumn, isStale } = useContext(SummariesContext)
  return <ColumnSummary summary={byColumn.get(id)} kind={KINDS.get(id) ?? 'text'} isStale={isStale} />
}
