import { sparkLauncher } from '../../src/pipeline/cluster/index.ts'
import type { SparkRunOptions } from '../../src/pipeline/engines/index.ts'
import { clusterSkipReason } from './cluster.ts'

/** Why no Spark can be run here, or null when one can. `npm test` installs what is missing. */
export const sparkSkipReason = clusterSkipReason

/** A Spark of its own in this machine's files, with two threads. */
export async function localSpark(): Promise<
  Pick<SparkRunOptions, 'launcher' | 'master' | 'deploy_mode' | 'conf' | 'hdfs' | 'onLog'>
> {
  return {
    launcher: await sparkLauncher({ onCluster: false }),
    master: 'local[2]',
    deploy_mode: 'client',
    conf: {},
    hdfs: null,
    onLog: () => {},
  }
}
