import type { Setting, SettingName, SettingsInfo } from '../api.ts'
import { CineError } from '../errors.ts'
import { fromEnvironment, VARIABLES } from './environment.ts'
import { readSaved, type Saved } from './file.ts'

type Settings = SettingsInfo['settings']

/** Where nothing is said; null is left to the machine. */
const DEFAULTS: Record<SettingName, string | null> = {
  memory_bytes: null,
  threads: null,
  hdfs_raw: '/datalake/raw',
  hdfs_curated: '/datalake/curated',
  spark_master: 'yarn',
}

/** Every setting as it holds, with what makes no sense told beside it. */
export async function effectiveSettings(
  env: NodeJS.ProcessEnv = process.env,
): Promise<{ settings: Settings; problems: CineError[] }> {
  const { saved, problems } = await readSaved(env)
  const settings = Object.fromEntries(
    (Object.keys(DEFAULTS) as SettingName[]).map((name) => {
      try {
        return [name, settingOf(name, saved, fromEnvironment(name, env))]
      } catch (error) {
        if (error instanceof CineError) problems.push(error)
        return [name, settingOf(name, saved, undefined)]
      }
    }),
  )
  return { settings: settings as unknown as Settings, problems }
}

function settingOf(
  name: SettingName,
  saved: Saved,
  environment: string | number | undefined,
): Setting<string | number> {
  const own = saved[name] ?? null
  return {
    value: environment ?? own ?? DEFAULTS[name],
    from: environment !== undefined ? 'environment' : own !== null ? 'saved' : 'default',
    saved: own,
    default: DEFAULTS[name],
    variable: VARIABLES[name],
  }
}

/**
 * What DuckDB may take for one piece of work: what was set, else `wanted` bytes, but at most a share of the memory
 * that this machine can still give. Throws `USAGE` for an environment that makes no sense.
 */
export async function duckLimits(
  share: number,
  env: NodeJS.ProcessEnv = process.env,
  wanted = Number.POSITIVE_INFINITY,
): Promise<{ memoryLimitBytes: number; threads?: number }> {
  const { saved } = await readSaved(env)
  const memory = fromEnvironment('memory_bytes', env) ?? saved.memory_bytes
  const threads = fromEnvironment('threads', env) ?? saved.threads
  return {
    memoryLimitBytes:
      memory === undefined ? Math.min(wanted, process.availableMemory() * share) : Number(memory),
    ...(threads === undefined ? {} : { threads: Number(threads) }),
  }
}

/** The environment with the saved addresses of the cluster where it names none: what finds them by their
 * variables finds these too. */
export async function clusterEnvironment(env: NodeJS.ProcessEnv = process.env): Promise<NodeJS.ProcessEnv> {
  const { saved } = await readSaved(env)
  const filled = { ...env }
  for (const name of ['hdfs_raw', 'hdfs_curated', 'spark_master'] as const)
    filled[VARIABLES[name]] = env[VARIABLES[name]] || saved[name]
  return filled
}
