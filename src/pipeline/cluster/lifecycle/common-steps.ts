import type { ClusterUpResult } from '../../api.ts'
import type { Target } from '../target.ts'
import { lakeBases } from './bases.ts'
import { prepareFolders } from './folders.ts'
import type { StartContext } from './own.ts'
import { waitForSafeMode } from './ready.ts'
import { step } from './steps.ts'

/** What a start has done. */
export interface Begun {
  changed: boolean
  daemons: ClusterUpResult['started']
  formatted: boolean
  folders: string[]
}

/** The step that waits for HDFS to take changes. */
export async function safeMode(
  target: Target,
  { onStep, signal }: StartContext,
  seconds: number,
): Promise<void> {
  const hdfs = target.kind === 'own' ? `${target.home.bin}/hdfs` : 'hdfs'
  await step(onStep, 'safe_mode', () =>
    waitForSafeMode(target.webhdfs, hdfs, {
      limitMs: seconds * 1000,
      signal,
      onMessage: (message) => onStep('safe_mode', { message }),
    }),
  )
}

/** The step that makes the folders of the lake. */
export async function makeFolders(target: Target, { env, onStep, signal }: StartContext): Promise<string[]> {
  let folders: string[] = []
  const bases = await lakeBases(target, env)
  await step(onStep, 'folders', async () => {
    folders = await prepareFolders(target, bases, signal)
    return folders.length > 0
  })
  return folders
}
