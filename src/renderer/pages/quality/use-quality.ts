import { useEngineQuery } from '../../bridge/use-engine-query.ts'
import { rejectParams } from './rejects/reject-params.ts'
import { useChosen } from './store.ts'

/** Everything that is known of the chosen run, with the page of its rejects that is looked at. */
export function useQuality() {
  const chosen = useChosen()
  return useEngineQuery('quality.get', { run: chosen.run ?? 'current', ...rejectParams(chosen) })
}
