import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query'
import type { Method, Params, Result } from '../../pipeline/api.ts'
import { type EngineError, engine } from './engine.ts'

export interface EngineQueryOptions {
  enabled?: boolean
  /** Asks again every so many milliseconds while the window is in front. */
  refetchInterval?: number
}

/**
 * The answer of the engine to one request, kept until another run is published. While the next answer
 * loads the last one stays (`isPlaceholderData`); it also stays when asking again fails.
 */
export function useEngineQuery<M extends Method>(
  method: M,
  params: Params<M>,
  options: EngineQueryOptions = {},
): UseQueryResult<Result<M>, EngineError> {
  return useQuery<Result<M>, EngineError>({
    queryKey: [method, params],
    queryFn: ({ signal }) => engine.request(method, params, { signal }),
    placeholderData: keepPreviousData as never,
    ...options,
  })
}
