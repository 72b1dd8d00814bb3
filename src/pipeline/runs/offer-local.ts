import { CineError, toCineError } from '../errors.ts'

/** What begins the codes of what stands in the cluster's way, and not in the data's. */
const OF_CLUSTER =
  /^(HDFS|YARN|SPARK|EXECUTOR|DRIVER|CONTAINER|JAVA|PYTHON|PYSPARK|HADOOP|CLUSTER|CONF_DIR|CLASS|MEMORY)_/

/**
 * Runs work on the cluster. What goes wrong with the cluster is thrown with `details.offer: 'local'`: the local
 * engine gives the same tables, and who asked can be told so.
 */
export async function offeringLocal<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (thrown) {
    const { code, message, hint, details } = toCineError(thrown)
    if (!OF_CLUSTER.test(code)) throw thrown
    throw new CineError(code, message, {
      ...(hint ? { hint } : {}),
      details: { ...details, offer: 'local' },
      cause: thrown,
    })
  }
}
