/** The cluster room: Hadoop (HDFS, YARN) and Spark, found, installed, started, watched, stopped. Other rooms
 * import only this file. */
export { doctor } from './doctor/index.ts'
export { browse, pullFromLake, pushLake, removeFromLake } from './hdfs/lake-on-hdfs.ts'
export { install } from './install/index.ts'
export { clusterDown, DOWN_STEPS } from './lifecycle/down.ts'
export { daemonLastLines } from './lifecycle/log.ts'
export { clusterStatus } from './lifecycle/status.ts'
export type { OnStep } from './lifecycle/steps.ts'
export { clusterUp, UP_STEPS } from './lifecycle/up.ts'
export { purge } from './purge/index.ts'
export { applicationDetail, killApplication, listApplications } from './yarn/applications.ts'
