import { z } from 'zod'

const messageSchema = z.discriminatedUnion('event', [
  z.object({ event: z.literal('started'), application_id: z.string(), web_url: z.string().nullable() }),
  z.object({ event: z.literal('statement'), name: z.string(), done: z.number(), total: z.number() }),
  z.object({ event: z.literal('result'), counts: z.record(z.string(), z.object({ rows: z.number() })) }),
  z.object({ event: z.literal('error'), code: z.string(), message: z.string() }),
])
export type SparkMessage = z.infer<typeof messageSchema>

/** One line of the driver's output; null for a line that is not ours. */
export function sparkMessage(line: string): SparkMessage | null {
  if (!line.startsWith('{"event"')) return null
  try {
    return messageSchema.safeParse(JSON.parse(line)).data ?? null
  } catch {
    return null
  }
}

/** What `spark-submit` itself says of the job's way through YARN. */
export interface YarnNews {
  application_id: string
  /** Such as `ACCEPTED`: known, and waiting for room; null when it was only submitted. */
  state: string | null
}

/** Reads a line of its log; null for a line that says nothing of it. */
export function yarnNews(line: string): YarnNews | null {
  const submitted = /Submitted application (application_\w+)/.exec(line)
  if (submitted?.[1]) return { application_id: submitted[1], state: null }
  const report = /Application report for (application_\w+) \(state: (\w+)\)/.exec(line)
  return report?.[1] && report[2] ? { application_id: report[1], state: report[2] } : null
}
