import { z } from 'zod'
import type { YarnApplication } from '../../api.ts'

const reportSchema = z.object({
  id: z.string(),
  name: z.string(),
  user: z.string(),
  queue: z.string(),
  applicationType: z.string(),
  state: z.enum(['NEW', 'NEW_SAVING', 'SUBMITTED', 'ACCEPTED', 'RUNNING', 'FINISHED', 'FAILED', 'KILLED']),
  finalStatus: z.enum(['UNDEFINED', 'SUCCEEDED', 'FAILED', 'KILLED']),
  /** Of 100. */
  progress: z.number(),
  startedTime: z.number(),
  /** 0 while it runs. */
  finishedTime: z.number(),
  elapsedTime: z.number(),
  diagnostics: z.string().default(''),
  trackingUrl: z.string().optional(),
  /** -1 when it holds nothing. */
  allocatedMB: z.number().default(0),
  allocatedVCores: z.number().default(0),
  runningContainers: z.number().default(0),
  amContainerLogs: z.string().optional(),
  amHostHttpAddress: z.string().optional(),
})
export type AppReport = z.infer<typeof reportSchema>

export const appAnswerSchema = z.object({ app: reportSchema })
/** Without any application, YARN answers with an empty object, or with null. */
export const appsAnswerSchema = z.object({
  apps: z.union([z.object({ app: z.array(reportSchema).nullable() }), z.object({}), z.null()]),
})

export function applicationOf(report: AppReport): YarnApplication {
  return {
    id: report.id,
    name: report.name,
    user: report.user,
    queue: report.queue,
    type: report.applicationType,
    state: report.state,
    final_status: report.finalStatus,
    progress: Math.min(1, Math.max(0, report.progress / 100)),
    started_at: new Date(report.startedTime).toISOString(),
    finished_at: report.finishedTime > 0 ? new Date(report.finishedTime).toISOString() : null,
    seconds: Math.round(report.elapsedTime) / 1000,
    diagnostics: report.diagnostics.trim(),
    tracking_url: report.trackingUrl ?? null,
    containers: Math.max(0, report.runningContainers),
    memory_mb: Math.max(0, report.allocatedMB),
    vcores: Math.max(0, report.allocatedVCores),
  }
}
