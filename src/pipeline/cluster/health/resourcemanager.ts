import { z } from 'zod'
import type { YarnState } from '../../api.ts'
import { fetchJson } from './fetch-json.ts'

const metricsSchema = z.object({
  clusterMetrics: z.object({
    activeNodes: z.number(),
    unhealthyNodes: z.number(),
    lostNodes: z.number(),
    totalMB: z.number(),
    availableMB: z.number(),
    totalVirtualCores: z.number(),
    availableVirtualCores: z.number(),
    appsRunning: z.number(),
    appsPending: z.number(),
  }),
})

/** What a ResourceManager says of YARN. Of several, the first that answers: a standby one sends on to the
 * active one. Throws the first one's `Unanswered`. */
export async function yarnState(
  resourceManagers: readonly string[],
  options: { signal?: AbortSignal | undefined } = {},
): Promise<YarnState> {
  let first: unknown
  for (const base of resourceManagers) {
    try {
      const { clusterMetrics } = metricsSchema.parse(
        await fetchJson(`${base}/ws/v1/cluster/metrics`, options),
      )
      return stateOf(clusterMetrics)
    } catch (error) {
      options.signal?.throwIfAborted()
      first ??= error
    }
  }
  throw first ?? new Error('The settings name no ResourceManager.')
}

function stateOf(metrics: z.infer<typeof metricsSchema>['clusterMetrics']): YarnState {
  return {
    active_nodes: metrics.activeNodes,
    unhealthy_nodes: metrics.unhealthyNodes,
    lost_nodes: metrics.lostNodes,
    total_mb: metrics.totalMB,
    available_mb: metrics.availableMB,
    total_vcores: metrics.totalVirtualCores,
    available_vcores: metrics.availableVirtualCores,
    running_applications: metrics.appsRunning,
    pending_applications: metrics.appsPending,
  }
}
