import { isRunning, useJob } from '../../app/job-store.ts'
import { useLake } from '../../app/use-lake.ts'
import { useEngineStatus } from '../../bridge/use-engine-status.ts'
import { useChosenFiles } from './chosen-files.ts'
import { isSomethingChosen } from './chosen-state.ts'

export interface HomeState {
  running: boolean
  isReady: boolean
  /** There is something to run over: landed before, or chosen now. */
  hasInput: boolean
  /** The demo goes only into a lake that holds nothing else. */
  offersDemo: boolean
}

export function useHomeState(): HomeState {
  const lake = useLake()
  const chosen = useChosenFiles()
  const running = useJob(isRunning)
  const { status } = useEngineStatus()
  const landed = (lake?.landed_sources.length ?? 0) > 0
  return {
    running,
    isReady: status === 'ready',
    hasInput: landed || isSomethingChosen(chosen),
    offersDemo: lake !== undefined && !lake.published && (!landed || lake.is_demo),
  }
}
