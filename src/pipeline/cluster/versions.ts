/** What the pseudo-distributed cluster is made of, and what it runs on. */

/** The daemons' jars: the version of `resources/hadoop/pom.xml` (a test compares them). */
export const HADOOP_VERSION = '3.5.0'
/** PyPI's `pyspark`: the version of `resources/spark/requirements.txt`. It carries a Hadoop client of the
 * version above. */
export const SPARK_VERSION = '4.3.0'
/** What that Spark asks of Python. */
export const PYTHON_MINIMUM = '3.11'
/** What that Hadoop and that Spark ask of Java. */
export const JAVA_MINIMUM = 17
/** The newest Java that the daemons were run on. */
export const JAVA_TESTED = 25

/** True when the dotted version `one` is at least `other`. */
export function atLeast(one: string, other: string): boolean {
  const mine = one.split('.').map((part) => Number.parseInt(part, 10))
  for (const [index, part] of other.split('.').entries()) {
    const difference = (mine[index] || 0) - Number(part)
    if (difference !== 0) return difference > 0
  }
  return true
}
