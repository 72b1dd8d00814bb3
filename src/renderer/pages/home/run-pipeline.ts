import { runOnCluster, runPipeline } from '../../app/job-store.ts'
import { clearFiles, useChosenFiles } from './chosen-files.ts'
import { runParams } from './chosen-state.ts'

/**
 * Over what has landed and the chosen files. What was chosen is kept when the run fails, so that it need not be
 * chosen again; running again then goes on from what the run before had finished.
 */
export async function runChosen(options: { force?: boolean } = {}): Promise<void> {
  const done = await runPipeline({ ...runParams(useChosenFiles.getState()), ...options })
  if (done) clearFiles()
}

/** The same on the cluster: HDFS, YARN and Spark. */
export async function runChosenOnCluster(options: { force?: boolean } = {}): Promise<void> {
  const done = await runOnCluster({ ...runParams(useChosenFiles.getState()), ...options })
  if (done) clearFiles()
}
