import { availableParallelism, totalmem } from 'node:os'
import type { CheckedParams, SettingsInfo } from '../api.ts'
import { toPayload } from '../errors.ts'
import { tokenPlace } from '../kaggle/index.ts'
import { effectiveSettings, settingsPath, writeSaved } from '../settings/index.ts'
import type { PublishedRun } from './published.ts'

/** Every setting as it holds, and what it is chosen by. */
export async function settingsInfo(): Promise<SettingsInfo> {
  const { settings, problems } = await effectiveSettings()
  return {
    path: settingsPath(),
    problems: problems.map(toPayload),
    settings,
    machine: { memory_bytes: totalmem(), threads: availableParallelism() },
    kaggle: await kaggleToken(),
  }
}

/** Saves them; what is read from now on is read with the new limits. */
export async function changeSettings(
  changes: CheckedParams<'settings.set'>,
  published: Pick<PublishedRun, 'close'>,
): Promise<SettingsInfo> {
  await writeSaved(changes)
  // Its next reader opens it again.
  await published.close()
  return settingsInfo()
}

/** Where the token is, which itself stays where it is. */
async function kaggleToken(): Promise<SettingsInfo['kaggle']> {
  try {
    return { from: await tokenPlace(), problem: null }
  } catch (error) {
    return { from: null, problem: toPayload(error) }
  }
}
