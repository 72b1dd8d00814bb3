import { existsSync } from 'node:fs'
import { readdir, realpath } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { CineError } from '../../errors.ts'
import { sparkFolder } from '../folders.ts'
import { readStamp } from '../stamp.ts'
import { INSTALL_COMMAND, jarVersion } from './hadoop.ts'
import { onPath, type Tool, toolProblem } from './tool.ts'

/** `path` is what `SPARK_HOME` must be. */
export interface Spark extends Tool {
  /** The program that takes jobs. */
  submit: string
  /** The Python of our own virtual environment; null for a Spark of the user. */
  python: string | null
}

/** `SPARK_HOME`, else the `spark-submit` on the PATH, else ours. Throws `SPARK_HOME_WRONG`, `SPARK_MISSING`. */
export async function findSpark(env: NodeJS.ProcessEnv = process.env): Promise<Spark> {
  if (env.SPARK_HOME) {
    const spark = await sparkAt(env.SPARK_HOME)
    if (spark) return { ...spark, found_by: 'environment', setting: 'SPARK_HOME' }
    throw new CineError(
      'SPARK_HOME_WRONG',
      `SPARK_HOME is ${env.SPARK_HOME}, which holds no bin/spark-submit.`,
      {
        hint: 'Set SPARK_HOME to the folder of a Spark, or unset it to use the one that cine installs.',
        details: { command: 'unset SPARK_HOME', setting: 'SPARK_HOME' },
      },
    )
  }
  const program = await onPath(['spark-submit'], env)
  const spark = (program && (await sparkOfProgram(program))) || (await ownSpark(env))
  if (spark) return spark
  throw toolProblem('SPARK_MISSING', 'Spark is not installed.', INSTALL_COMMAND)
}

/** The Spark of the cache, whole; null when it is not installed. */
export async function ownSpark(env: NodeJS.ProcessEnv): Promise<Spark | null> {
  const folder = sparkFolder(env)
  const stamp = await readStamp(folder)
  const spark = stamp ? await sparkOfVenv(folder) : null
  return spark && { ...spark, found_by: 'cache', python: venvPython(folder) }
}

/** The Python of a virtual environment. */
export function venvPython(folder: string): string {
  return process.platform === 'win32' ? join(folder, 'Scripts', 'python.exe') : join(folder, 'bin', 'python')
}

/** A Spark's own `bin/spark-submit`, or the script that pip put into a virtual environment. */
async function sparkOfProgram(program: string): Promise<Spark | null> {
  const folder = dirname(dirname(await realpath(program)))
  return (await sparkAt(folder)) ?? sparkOfVenv(folder)
}

async function sparkAt(path: string): Promise<Spark | null> {
  const submit = join(path, 'bin', 'spark-submit')
  if (!existsSync(submit) || !existsSync(join(path, 'jars'))) return null
  const version = await jarVersion(join(path, 'jars'), /^spark-core_[\d.]+-(\d[\w.-]*?)\.jar$/)
  return { path, submit, version, found_by: 'path', setting: null, python: null }
}

/** `lib/python3.x/site-packages/pyspark` of a virtual environment. */
async function sparkOfVenv(folder: string): Promise<Spark | null> {
  for (const name of await readdir(join(folder, 'lib')).catch(() => [])) {
    const home = join(folder, 'lib', name, 'site-packages', 'pyspark')
    const spark = name.startsWith('python') ? await sparkAt(home) : null
    if (spark) return spark
  }
  return null
}
