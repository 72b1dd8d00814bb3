import { afterAll, beforeAll } from 'vitest'
import { type CineResult, cine } from './cine.ts'
import { type ClusterHome, clusterSkipReason, openClusterHome, PATIENCE_MS } from './cluster-home.ts'

export { clusterProcesses, clusterSkipReason, toolsSkipReason } from './cluster-home.ts'

interface TestCluster extends ClusterHome {
  cine(args: readonly string[], env?: Record<string, string>): Promise<CineResult>
}

/**
 * A home and ports of its own for the tests of a file, with nothing running yet. Whatever runs in it at the
 * end is stopped, also when a test failed; what a killed run of the tests left behind, at the beginning.
 */
export function testCluster(): TestCluster {
  const opened: { cluster?: Awaited<ReturnType<typeof openClusterHome>> } = {}
  const cluster = () => {
    if (!opened.cluster) throw new Error('The cluster of these tests is not there yet.')
    return opened.cluster
  }
  beforeAll(async () => {
    if (!clusterSkipReason()) opened.cluster = await openClusterHome()
  }, PATIENCE_MS + 60_000)
  afterAll(() => opened.cluster?.close(), 120_000)
  return {
    get home() {
      return cluster().home
    },
    get env() {
      return cluster().env
    },
    cine: (args, env = {}) => cine(args, { env: { ...cluster().env, ...env } }),
    hdfs: (args) => cluster().hdfs(args),
  }
}
