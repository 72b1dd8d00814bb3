import { createInterface } from 'node:readline'
import { execa } from 'execa'
import { CineError, cancelled } from '../../errors.ts'
import { resourcePath } from '../../resources.ts'
import { abortAfter } from './abort-after.ts'
import { sparkFailure } from './failure.ts'
import { followDriver } from './follow.ts'
import { type SparkMessage, sparkMessage, yarnNews } from './message.ts'

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

export interface SubmitOptions {
  signal: AbortSignal
  onMessage(message: SparkMessage): void
  /** What YARN does with the job, each time that it changes; it may wait there before the driver says anything. */
  onYarnState?: (state: string) => void
  /** Each line of Spark's own log. */
  onLog(line: string): void
  /** When the job is cancelled, before its driver is told to end: who runs it is told first, so that it does not take
   * the end for a success. */
  onCancel?: ((applicationId: string) => Promise<void>) | undefined
  /** Of a driver that runs where its words are not heard: its result, and the last it has said of its progress. */
  written?: { result(): Promise<string | null>; progress(): Promise<string | null> }
}

/** How long a job that is told to end may take before it is killed. */
const GRACE_MS = 5000
/** How long YARN may take to end the job before its driver is told. */
const CANCEL_MS = 1500
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
  { signal, onMessage, onYarnState, onLog, onCancel, written }: SubmitOptions,
): Promise<SparkResult> {
  const [program = '', ...args] = submitCommand(submit, planUris)
  let applicationId: string | null = null
  const tellYarn = async () => {
    if (applicationId) await onCancel?.(applicationId)
  }
  const stop = abortAfter(signal, tellYarn, CANCEL_MS)
  const child = execa(program, args, {
    env: submit.env,
    stdin: 'ignore',
    reject: false,
    buffer: false,
    cancelSignal: stop.signal,
    forceKillAfterDelay: GRACE_MS,
  })
  const isElsewhere = submit.deploy_mode === 'cluster'
  const log: string[] = []
  const keep = (line: string) => {
    log.push(line)
    if (log.length > KEPT_LINES) log.shift()
    onLog(line)
  }
  let result: SparkMessage | null = null
  let refused: Extract<SparkMessage, { event: 'error' }> | null = null
  let yarnState: string | null = null
  const onYarn = (line: string) => {
    const news = yarnNews(line)
    if (!news) return
    const isNew = applicationId === null
    applicationId ??= news.application_id
    // In cluster mode the driver is not heard: YARN's client tells the name.
    if (isNew && isElsewhere) onMessage({ event: 'started', application_id: applicationId, web_url: null })
    if (news.state === null || news.state === yarnState) return
    yarnState = news.state
    onYarnState?.(news.state)
  }
  const heard = (line: string) => {
    const message = sparkMessage(line)
    if (!message) {
      onYarn(line)
      return keep(line)
    }
    if (message.event === 'started') applicationId = message.application_id
    if (message.event === 'result') result = message
    if (message.event === 'error') refused = message
    onMessage(message)
  }
  const over = new AbortController()
  const following = isElsewhere && written ? followDriver(written.progress, onMessage, over.signal) : null
  const [ended] = await Promise.all([
    child,
    eachLine(child.stdout, heard),
    eachLine(child.stderr, heard),
  ]).finally(() => {
    over.abort()
    stop.forget()
  })
  await following
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
  if (ended.exitCode === 0 && !result) result = sparkMessage((await written?.result()) ?? '')
  const told = result as SparkMessage | null
  if (ended.exitCode !== 0 || told?.event !== 'result')
    throw sparkFailure(log.join('\n'), applicationId, ended.exitCode ?? null)
  return told
}

async function eachLine(stream: NodeJS.ReadableStream, heard: (line: string) => void): Promise<void> {
  for await (const line of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY }))
    heard(line)
}
