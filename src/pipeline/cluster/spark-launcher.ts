import { findJava } from './find/java.ts'
import { findPython } from './find/python.ts'
import { findSpark } from './find/spark.ts'
import { resolveTarget } from './target.ts'

/** What starts a Spark job. */
export interface SparkLauncher {
  /** `spark-submit`, absolute. */
  program: string
  version: string
  /** What it must find in its environment. */
  env: Record<string, string>
}

/**
 * The Spark, Java and Python that were found, told the cluster's settings when the job is to use one. Throws
 * `SPARK_MISSING`, `SPARK_HOME_WRONG`, `JAVA_…`, `PYTHON_…`, `HADOOP_CONF_MISSING`.
 */
export async function sparkLauncher(
  { onCluster }: { onCluster: boolean },
  env: NodeJS.ProcessEnv = process.env,
): Promise<SparkLauncher> {
  const [spark, java] = await Promise.all([findSpark(env), findJava(env)])
  const python = env.PYSPARK_PYTHON || spark.python || (await findPython(env)).path
  const cluster = onCluster ? await clusterVariables(env) : {}
  return {
    program: spark.submit,
    version: spark.version,
    env: { ...cluster, JAVA_HOME: java.home, PYSPARK_PYTHON: python, SPARK_HOME: spark.path },
  }
}

/** Whose files and jobs they are on the cluster goes with it: the command may be run in another terminal. */
async function clusterVariables(env: NodeJS.ProcessEnv): Promise<Record<string, string>> {
  const user = env.HADOOP_USER_NAME
  return { HADOOP_CONF_DIR: (await resolveTarget(env)).conf_dir, ...(user ? { HADOOP_USER_NAME: user } : {}) }
}
