import { setTimeout as sleep } from 'node:timers/promises'
import type { z } from 'zod'
import type { YarnApplication } from '../../api.ts'
import { CineError, throwIfCancelled } from '../../errors.ts'
import { asUnanswered, Unanswered } from '../health/fetch-json.ts'
import { type AppReport, appAnswerSchema, applicationOf, appsAnswerSchema } from './application.ts'

interface Options {
  signal?: AbortSignal | undefined
}

const TIMEOUT_MS = 20_000
/** How long a killed application may take to be gone. */
const KILL_MS = 30_000
const OPEN_STATES = 'NEW,NEW_SAVING,SUBMITTED,ACCEPTED,RUNNING'

/** YARN over the REST interface of its ResourceManager. Throws `YARN_…`. */
export class YarnClient {
  readonly #bases: readonly string[]
  readonly #user: string
  readonly #start: string

  /** `start` is the command that starts YARN, for the messages. */
  constructor(options: { bases: readonly string[]; user: string; start: string }) {
    this.#bases = options.bases
    this.#user = options.user
    this.#start = options.start
  }

  /** The latest first. */
  async applications({
    open,
    limit,
    signal,
  }: Options & { open: boolean; limit: number }): Promise<YarnApplication[]> {
    const states = open ? `states=${OPEN_STATES}&` : ''
    const { apps } = await this.#ask(`/apps?${states}limit=${limit}`, appsAnswerSchema, { signal })
    const reports = apps && 'app' in apps ? (apps.app ?? []) : []
    return reports.sort((one, other) => other.startedTime - one.startedTime).map(applicationOf)
  }

  async application(id: string, options: Options = {}): Promise<YarnApplication> {
    return applicationOf(await this.report(id, options))
  }

  /** As YARN tells it. Throws `YARN_NOT_FOUND`. */
  async report(id: string, options: Options = {}): Promise<AppReport> {
    return (await this.#ask(`/apps/${id}`, appAnswerSchema, options)).app
  }

  /** Ends an application and waits until it is over; one that was over before is left as it is. */
  async kill(id: string, options: Options = {}): Promise<YarnApplication> {
    const deadline = performance.now() + KILL_MS
    await this.application(id, options)
    await this.#send(`/apps/${id}/state`, { state: 'KILLED' }, options)
    for (;;) {
      const application = await this.application(id, options)
      if (application.finished_at !== null) return application
      if (performance.now() > deadline) throw notEnding(id)
      await sleep(200)
      throwIfCancelled(options.signal)
    }
  }

  async #ask<T>(path: string, schema: z.ZodType<T>, options: Options): Promise<T> {
    return schema.parse(await this.#fetch(path, { method: 'GET' }, options))
  }

  async #send(path: string, body: unknown, options: Options): Promise<void> {
    await this.#fetch(path, { method: 'PUT', body: JSON.stringify(body) }, options)
  }

  async #fetch(path: string, init: RequestInit, { signal }: Options): Promise<unknown> {
    let first: unknown = new Error('the settings name none.')
    for (const [index, base] of this.#bases.entries()) {
      const url = new URL(`${base}/ws/v1/cluster${path}`)
      url.searchParams.set('user.name', this.#user)
      const timeout = AbortSignal.timeout(TIMEOUT_MS)
      try {
        const response = await fetch(url, {
          ...init,
          headers: {
            accept: 'application/json',
            'content-type': 'application/json',
            'X-XSRF-Header': 'cine',
          },
          signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
        })
        return await this.#read(response, path)
      } catch (error) {
        throwIfCancelled(signal)
        if (error instanceof CineError) throw error
        if (index === 0) first = error instanceof Unanswered ? error : asUnanswered(base, error)
      }
    }
    throw this.#unreachable(first)
  }

  async #read(response: Response, path: string): Promise<unknown> {
    const text = await response.text()
    if (response.ok) return text === '' ? null : JSON.parse(text)
    const said = /"message":"((?:[^"\\]|\\.)*)"/.exec(text)?.[1] ?? text.slice(0, 200)
    if (response.status === 404) {
      throw new CineError('YARN_NOT_FOUND', `YARN knows no ${path.split('/')[2] ?? path}: ${said}`, {
        hint: 'It forgets applications when it is restarted: cine cluster apps lists those it knows.',
      })
    }
    if (response.status === 401 || response.status === 403) {
      throw new CineError('YARN_PERMISSION', `YARN does not allow this to ${this.#user}: ${said}`, {
        hint: 'Only who submitted an application, or an administrator, may end it: set HADOOP_USER_NAME.',
      })
    }
    throw new Unanswered(
      'status',
      `The ResourceManager answered with ${response.status}: ${said}`,
      response.status,
    )
  }

  #unreachable(error: unknown): CineError {
    const why = error instanceof Error ? error.message : String(error)
    return new CineError('YARN_UNREACHABLE', `The ResourceManager cannot be reached: ${why}`, {
      hint: `Start YARN: ${this.#start}. For another cluster, check HADOOP_CONF_DIR and the network.`,
      cause: error,
    })
  }
}

function notEnding(id: string): CineError {
  return new CineError('YARN_NOT_ENDING', `${id} has not ended within ${KILL_MS / 1000} s of being killed.`, {
    hint: 'Look at the log of the ResourceManager: cine cluster logs resourcemanager',
    details: { application_id: id },
  })
}
