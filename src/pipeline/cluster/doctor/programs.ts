import { CineError } from '../../errors.ts'
import { findHadoop, INSTALL_COMMAND } from '../find/hadoop.ts'
import { findJava, type Java } from '../find/java.ts'
import { findMaven } from '../find/maven.ts'
import { findPython, requirePython } from '../find/python.ts'
import { findSpark, ownSpark, type Spark } from '../find/spark.ts'
import type { Target } from '../target.ts'
import { atLeast, JAVA_MINIMUM, JAVA_TESTED } from '../versions.ts'
import { type Finding, fine, foundTool, worry } from './check.ts'

/** Java, as new as the cluster and Spark ask, and not newer than they can stand. */
export async function lookAtJava(env: NodeJS.ProcessEnv, target: Target | null): Promise<Finding> {
  const java = await findJava(env)
  const spark = await findSpark(env).catch(() => null)
  return javaAgainst(java, spark, target?.kind === 'own') ?? foundTool('Java', java)
}

/** What is wrong with this Java for this Spark and, when ours is used, for our Hadoop; null when nothing is. */
export function javaAgainst(java: Java, spark: Spark | null, ownHadoop: boolean): Finding | null {
  const oldSpark = spark !== null && /^[23]\./.test(spark.version)
  const minimum = oldSpark && !ownHadoop ? 8 : JAVA_MINIMUM
  const details = { ...java }
  const named = `Java ${java.version} (${java.path})`
  const hint = 'Set JAVA_HOME to a Java 17 or 21.'
  if (java.major < minimum) {
    return worry('error', 'JAVA_TOO_OLD', `${named} is too old: ${minimum} or later is needed.`, {
      hint,
      details,
    })
  }
  if (oldSpark && java.major >= 24) {
    const message = `${named} is too new for Spark ${spark.version}, which needs Java 8, 11 or 17.`
    return worry('error', 'JAVA_TOO_NEW', message, { hint: 'Set JAVA_HOME to a Java 17.', details })
  }
  if (java.major > JAVA_TESTED || (oldSpark && java.major > 17)) {
    return worry('warning', 'JAVA_UNTRIED', `${named} is newer than what this was run on.`, { hint, details })
  }
  return null
}

/** Python: only what Spark's virtual environment is made with, once it is there. */
export async function lookAtPython(env: NodeJS.ProcessEnv): Promise<Finding> {
  const spark = await ownSpark(env)
  if (spark && !env.PYSPARK_PYTHON) {
    return fine(`Python: that of Spark's virtual environment (${spark.python}).`, {
      path: spark.python,
      found_by: 'cache',
      setting: null,
    })
  }
  const usersSpark = await findSpark(env).catch(() => null)
  const python = usersSpark ? await findPython(env) : await requirePython(env)
  return foundTool('Python', python)
}

/** Maven, which is of use until Hadoop is installed. */
export async function lookAtMaven(env: NodeJS.ProcessEnv, target: Target | null): Promise<Finding> {
  const needed = target?.kind === 'own' && !(await findHadoop(env).catch(() => null))
  try {
    return foundTool('Maven', await findMaven(env))
  } catch (error) {
    if (needed || !(error instanceof CineError)) throw error
    return fine('Maven is not there, and not needed: nothing is left to fetch with it.')
  }
}

export async function lookAtHadoop(env: NodeJS.ProcessEnv, target: Target | null): Promise<Finding> {
  if (target?.kind === 'remote') {
    return fine('Hadoop: the cluster runs elsewhere, nothing of it is needed here.', { found_by: null })
  }
  const hadoop = await findHadoop(env)
  return foundTool('Hadoop', hadoop)
}

export async function lookAtSpark(env: NodeJS.ProcessEnv): Promise<Finding> {
  const spark = await findSpark(env)
  if (spark.version !== 'unknown' && !atLeast(spark.version, '3.5')) {
    const message = `Spark ${spark.version} (${spark.path}) is too old: 3.5 or later is needed.`
    const hint = 'Set SPARK_HOME to a newer one, or unset it and install ours.'
    return worry('error', 'SPARK_TOO_OLD', message, { hint, fix: INSTALL_COMMAND, details: { ...spark } })
  }
  return foundTool('Spark', spark)
}
