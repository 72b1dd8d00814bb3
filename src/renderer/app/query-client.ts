import { QueryClient } from '@tanstack/react-query'
import { EngineError } from '../bridge/engine-error.ts'

/** A request that was lost with its engine is asked once more: the engine is started again by itself. */
const retry = (failures: number, error: unknown) =>
  error instanceof EngineError && error.code === 'ENGINE_DIED' && failures < 1

/** What the engine said stays true until it says that another run is published. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: Number.POSITIVE_INFINITY,
      // Asking again costs milliseconds: answers nobody looks at need not wait five minutes.
      gcTime: 60_000,
      retry,
      retryDelay: 300,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      // The engine is on this machine: whether there is a network says nothing of it.
      networkMode: 'always',
    },
  },
})
