import type { Job, PipelineResult } from '../../../pipeline/api.ts'

/** What a job that is done has done to what is published; null while it runs, when it failed, or did neither. */
export function howEnded(job: Job | null, outcome: PipelineResult | null): 'published' | 'unchanged' | null {
  if (outcome) return outcome.run.status
  const publish = job?.steps.find(({ key }) => key === 'publish')
  if (job?.state !== 'done' || !publish) return null
  return publish.state === 'unchanged' ? 'unchanged' : 'published'
}
