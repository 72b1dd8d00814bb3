/** The cluster room: Hadoop (HDFS, YARN) and Spark, found, installed, started, watched, stopped. Other rooms
 * import only this file. */
export { doctor } from './doctor/index.ts'
export { install } from './install/index.ts'
