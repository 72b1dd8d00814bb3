import type { LakeInfo } from '../../pipeline/api.ts'
import { useEngineQuery } from '../bridge/use-engine-query.ts'

/** How often the engine's memory is looked at. */
const INTERVAL_MS = 10_000

/** The lake and the engine as they are; undefined until the engine has answered once. */
export function useLake(): LakeInfo | undefined {
  return useEngineQuery('lake.info', {}, { refetchInterval: INTERVAL_MS }).data
}
