import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'

const INTERVAL_MS = 2000
const TIMEOUT_MS = 5000

const stagesSchema = z.array(z.object({ numTasks: z.int().min(0), numCompleteTasks: z.int().min(0) }))

/** The tasks of the stages that run now. */
export interface Tasks {
  done: number
  total: number
}

/**
 * Asks the REST interface of a running Spark again and again which stages run, and tells their tasks, until `over`
 * fires. On YARN its address leads through YARN's proxy. What gives no answer is asked again: the job does not depend
 * on it.
 */
export async function followStages(
  webUrl: string,
  applicationId: string,
  onTasks: (tasks: Tasks) => void,
  over: AbortSignal,
  intervalMs = INTERVAL_MS,
): Promise<void> {
  const url = new URL(
    `/api/v1/applications/${encodeURIComponent(applicationId)}/stages?status=active`,
    webUrl,
  )
  while (!over.aborted) {
    const tasks = await ask(url, over).catch(() => null)
    if (tasks && tasks.total > 0 && !over.aborted) onTasks(tasks)
    await sleep(intervalMs, undefined, { signal: over }).catch(() => {})
  }
}

async function ask(url: URL, over: AbortSignal): Promise<Tasks | null> {
  const response = await fetch(url, { signal: AbortSignal.any([over, AbortSignal.timeout(TIMEOUT_MS)]) })
  if (!response.ok) {
    await response.body?.cancel()
    return null
  }
  const stages = stagesSchema.parse(await response.json())
  return {
    done: stages.reduce((sum, stage) => sum + stage.numCompleteTasks, 0),
    total: stages.reduce((sum, stage) => sum + stage.numTasks, 0),
  }
}
