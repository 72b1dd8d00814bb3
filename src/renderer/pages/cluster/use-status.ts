import { useEngineQuery } from '../../bridge/use-engine-query.ts'

/** How often a page that is looked at asks again. */
export const LIVE_MS = 3000

/** How the cluster is, now and on. */
export const useClusterStatus = () => useEngineQuery('cluster.status', {}, { refetchInterval: LIVE_MS })
