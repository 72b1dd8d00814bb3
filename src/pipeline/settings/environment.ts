import { type SettingName, settingsSchema } from '../api.ts'
import { CineError } from '../errors.ts'
import { parseBytes } from './parse-bytes.ts'

/** The variables that win over what is saved. */
export const VARIABLES: Record<SettingName, string> = {
  memory_bytes: 'CINE_MEMORY',
  threads: 'CINE_THREADS',
  hdfs_raw: 'HDFS_RAW',
  hdfs_curated: 'HDFS_CURATED',
  spark_master: 'SPARK_MASTER',
}

/** What the environment says of a setting; undefined when it says nothing. Throws `USAGE`. */
export function fromEnvironment(name: SettingName, env: NodeJS.ProcessEnv): string | number | undefined {
  const text = env[VARIABLES[name]]?.trim()
  if (!text) return undefined
  const parsed = settingsSchema.shape[name].safeParse(asValue(name, text))
  if (parsed.success && parsed.data != null) return parsed.data
  const why = parsed.error?.issues[0]?.message ?? 'not valid'
  throw new CineError('USAGE', `${VARIABLES[name]} is ${JSON.stringify(text)}: ${why}.`, {
    hint: 'Correct it, or unset it.',
    details: { setting: VARIABLES[name] },
  })
}

/** A setting as it is written by hand: `4GB`, `2`, `/datalake/raw`. */
export function asValue(name: SettingName, text: string): string | number {
  if (name === 'memory_bytes') return parseBytes(text) ?? text
  return name === 'threads' && /^\d{1,9}$/.test(text) ? Number(text) : text
}
