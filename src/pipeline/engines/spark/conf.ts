/** Below this, a job is short. */
const SMALL_BYTES = 64 << 20
/** Deep expressions need deep stacks, to be planned and to be worked out. */
const DEEP = '-Xss16m'
/** A short job ends before the better machine code, and its threads, would pay. */
const QUICK = '-XX:TieredStopAtLevel=1 -XX:+UseSerialGC'
/** What a task should read, shuffle or write at once. */
const PARTITION_BYTES = 64 << 20

/**
 * Spark's settings for an input of so many bytes, of which the user's own win. Few large partitions are few small
 * files; adaptive execution joins those that turn out small and cuts those that turn out large (a popular film).
 */
export function sparkConf(
  bytes: number,
  master: string,
  own: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const small = bytes < SMALL_BYTES
  const partitions = Math.min(4000, Math.max(2, Math.ceil((3 * bytes) / PARTITION_BYTES)))
  const local = master.startsWith('local')
  return {
    'spark.sql.catalogImplementation': 'in-memory',
    'spark.sql.shuffle.partitions': `${partitions}`,
    'spark.sql.adaptive.advisoryPartitionSizeInBytes': `${PARTITION_BYTES}`,
    'spark.sql.files.maxPartitionBytes': `${PARTITION_BYTES}`,
    'spark.driver.extraJavaOptions': small ? `${DEEP} ${QUICK}` : DEEP,
    'spark.executor.extraJavaOptions': small ? `${DEEP} ${QUICK}` : DEEP,
    'spark.driver.memory': small ? '1g' : '2g',
    'spark.ui.showConsoleProgress': 'false',
    // The expressions that type a record grow beyond what Java takes as one method: Spark would compile for minutes, then
    // give up and work them out as it does without.
    'spark.sql.codegen.wholeStage': 'false',
    'spark.sql.codegen.factoryMode': 'NO_CODEGEN',
    ...(local ? { 'spark.ui.enabled': 'false' } : { 'spark.executor.memory': small ? '1g' : '2g' }),
    ...(master === 'yarn' && small ? { 'spark.executor.instances': '1' } : {}),
    ...own,
  }
}
