import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQueries, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import type { Page, Params, Result } from '../../../../pipeline/api.ts'
import { type EngineError, engine } from '../../../bridge/engine.ts'
import { PAGE_ROWS, pagesCovering, type RowRange, rowIn } from './pages.ts'

type PagedMethod = 'films.page' | 'reviews.page'
type RowOf<M extends PagedMethod> = Result<M>['rows'][number]

/** Pages that nobody looks at any more are forgotten: scrolling through everything must not keep everything. */
const KEPT_MS = 60_000
/** A scroll bar being dragged passes thousands of pages: only where it pauses is asked for. */
const PAUSE_MS = 60

export interface PagedRows<Row> {
  /** Which question these rows answer: changes when the list begins anew. */
  key: string
  total: number
  rowAt(index: number): Row | undefined
  /** The answer on screen is the last one: the next is on its way. */
  isStale: boolean
  /** Nothing to show yet. */
  isLoading: boolean
  error: EngineError | null
  retry(): void
}

/**
 * Rows of a long list, page by page as they come into view. While another question (filters, search, order)
 * loads, the answer to the last one stays; it also stays when the engine cannot answer.
 */
export function usePagedRows<M extends PagedMethod>(
  method: M,
  params: Omit<Params<M>, 'limit' | 'offset'>,
  range: RowRange,
): PagedRows<RowOf<M>> {
  const wanted = JSON.stringify(params)
  const first = useQuery({ ...pageQuery(method, params, 0), placeholderData: keepPreviousData })
  const shown = useRef<{ key: string; params: typeof params; total: number } | null>(null)
  if (first.data && !first.isPlaceholderData) shown.current = { key: wanted, params, total: first.data.total }
  const { key = '', total = 0 } = shown.current ?? {}
  const isShown = key === wanted

  const client = useQueryClient()
  const shownParams = shown.current?.params
  const needed = pagesCovering(range, total)
  const [paused] = useDebouncedValue(needed.join(), PAUSE_MS)
  const settled = paused === '' ? [0] : paused.split(',').map(Number)
  // A page that is known already does not wait for the scroll bar to pause.
  const known = needed.filter(
    (offset) => shownParams && client.getQueryData(pageQuery(method, shownParams, offset).queryKey),
  )
  const asked = [...new Set([...settled, ...known])]
  const pages = useQueries({
    queries: shownParams ? asked.map((offset) => pageQuery(method, shownParams, offset)) : [],
  })

  const rows = new Map(asked.map((offset, at) => [offset, pages[at]?.data?.rows ?? []]))
  const failed = first.error ?? pages.find(({ error }) => error)?.error ?? null
  return {
    key,
    total,
    rowAt: (index) => rowIn(rows, index),
    isStale: !isShown && !first.error,
    isLoading: shown.current === null && !first.error,
    error: failed as EngineError | null,
    retry: () => {
      if (first.error) void first.refetch()
      for (const page of pages) if (page.error) void page.refetch()
    },
  }
}

function pageQuery<M extends PagedMethod>(
  method: M,
  params: Omit<Params<M>, 'limit' | 'offset'>,
  offset: number,
) {
  const page = { ...params, limit: PAGE_ROWS, offset } as Params<M>
  return {
    queryKey: [method, page] as const,
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      engine.request(method, page, { signal }) as Promise<Page<RowOf<M>>>,
    gcTime: KEPT_MS,
  }
}
