import { createInterface } from 'node:readline'
import { execa } from 'execa'
import { z } from 'zod'
import { CineError, cancelled } from '../../errors.ts'
import { resourcePath } from '../../resources.ts'
import { sparkFailure } from './failure.ts'

/** How a job is handed to Spark. */
export interface SparkSubmit {
  /** `spark-submit`, by its path. */
  program: string
  /** What Spark and Python are told by the environment. */
  env: Record<string, string>
  /** Such as `local[2]` or `yarn`. */
  master: string
  deploy_mode: 'client' | 'cluster'
  conf: Record<string, string>
}

/** The whole command line: what `--print` shows is what runs. */
export function submitCommand(submit: SparkSubmit, planUris: readonly string[]): string[] {
  const conf = Object.entries(submit.conf).flatMap(([key, value]) => ['--conf', `${key}=${value}`])
  return [
    submit.program,
    '--master',
    submit.master,
    ...(submit.deploy_mode === 'cluster' ? ['--deploy-mode', 'cluster'] : []),
    '--name',
    'cine-transform',
    ...conf,
    '--jars',
    resourcePath('spark/cine-functions.jar'),
    resourcePath('spark/spark_transform.py'),
    ...planUris,
  ]
}

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

export interface SubmitOptions {
  signal: AbortSignal
  onMessage(message: SparkMessage): void
  /** Each line of Spark's own log. */
  onLog(line: string): void
  /** What the driver wrote down, when it ran where its words are not heard. */
  writtenResult?: () => Promise<string | null>
}

/** How long a job that is told to end may take before it is killed. */
const GRACE_MS = 5000
/** Of Spark's log, what is kept to find the cause in. */
const KEPT_LINES = 4000

export type SparkResult = Extract<SparkMessage, { event: 'result' }>

/**
 * Runs the job to its end. Throws `CANCELLED`, the driver's own errors (`BALANCE_BROKEN`), `SPARK_NOT_STARTED`, or
 * what its log says (`sparkFailure`).
 */
export async function submitJob(
  submit: SparkSubmit,
  planUris: readonly string[],
  { signal, onMessage, onLog, writtenResult }: SubmitOptions,
): Promise<SparkResult> {
  const [program = '', ...args] = submitCommand(submit, planUris)
  const child = execa(program, args, {
    env: submit.env,
    stdin: 'ignore',
    reject: false,
    buffer: false,
    cancelSignal: signal,
    forceKillAfterDelay: GRACE_MS,
  })
  const log: string[] = []
  const keep = (line: string) => {
    log.push(line)
    if (log.length > KEPT_LINES) log.shift()
    onLog(line)
  }
  let result: SparkMessage | null = null
  let refused: Extract<SparkMessage, { event: 'error' }> | null = null
  let applicationId: string | null = null
  const heard = (line: string) => {
    const message = sparkMessage(line)
    if (!message) {
      // In cluster mode the driver is not heard: YARN's client tells the name.
      applicationId ??= /Submitted application (application_\w+)/.exec(line)?.[1] ?? null
      return keep(line)
    }
    if (message.event === 'started') applicationId = message.application_id
    if (message.event === 'result') result = message
    if (message.event === 'error') refused = message
    onMessage(message)
  }
  const [ended] = await Promise.all([child, eachLine(child.stdout, heard), eachLine(child.stderr, heard)])
  if (signal.aborted) throw cancelled()
  const error = refused as Extract<SparkMessage, { event: 'error' }> | null
  if (error) {
    throw new CineError(error.code, error.message, {
      hint: 'Nothing was published. This is a defect: please report it with the folder runs/ of the lake.',
    })
  }
  if (ended.code === 'ENOENT') {
    throw new CineError('SPARK_NOT_STARTED', `${program} could not be started.`, {
      hint: 'Run `cine doctor` to see what is missing, or `cine cluster install`.',
      details: { program },
    })
  }
  if (ended.exitCode === 0 && !result) result = sparkMessage((await writtenResult?.()) ?? '')
  const told = result as SparkMessage | null
  if (applicationId && submit.deploy_mode === 'cluster')
    onMessage({ event: 'started', application_id: applicationId, web_url: null })
  if (ended.exitCode !== 0 || told?.event !== 'result')
    throw sparkFailure(log.join('\n'), applicationId, ended.exitCode ?? null)
  return told
}

async function eachLine(stream: NodeJS.ReadableStream, heard: (line: string) => void): Promise<void> {
  for await (const line of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY }))
    heard(line)
}
