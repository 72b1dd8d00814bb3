import { CineError, throwIfCancelled } from '../../errors.ts'
import { asUnanswered, Unanswered } from '../health/fetch-json.ts'
import { type Advice, kerberos, refusal, remoteException, unreachable } from './errors.ts'

export interface WebHdfsOptions {
  /** Such as `http://localhost:9870`, one for each NameNode that may be the active one. */
  bases: readonly string[]
  user: string
  advice: Advice
}

export interface CallOptions {
  method?: 'GET' | 'PUT' | 'POST' | 'DELETE'
  params?: Record<string, string | number | boolean>
  signal?: AbortSignal | undefined
  timeoutMs?: number
  /** For people: what is being done; the path and the operation otherwise. */
  what?: string
}

const TIMEOUT_MS = 60_000

/**
 * One request to a NameNode over WebHDFS, which starts no JVM. Throws `HDFS_…`; of several NameNodes the
 * active one is found and kept.
 */
export class WebHdfs {
  readonly user: string
  readonly advice: Advice
  #bases: readonly string[]

  constructor({ bases, user, advice }: WebHdfsOptions) {
    this.#bases = bases
    this.user = user
    this.advice = advice
  }

  /** The one that answered last comes first. */
  get bases(): readonly string[] {
    return this.#bases
  }

  async call(operation: string, path: string, options: CallOptions = {}): Promise<unknown> {
    let first: unknown = new Error('the settings name none.')
    for (const [index, base] of this.#bases.entries()) {
      try {
        const answer = await this.#ask(base, operation, path, options)
        // The next call begins with the one that answered.
        if (index > 0) this.#bases = [base, ...this.#bases.filter((each) => each !== base)]
        return answer
      } catch (error) {
        throwIfCancelled(options.signal)
        const isStandby = error instanceof CineError && error.code === 'HDFS_STANDBY'
        if (!isStandby && !(error instanceof Unanswered)) throw error
        if (index === 0) first = error
      }
    }
    throw first instanceof CineError ? first : unreachable(first, this.advice)
  }

  /** Where the bytes of a file are read from or written to: the second of WebHDFS's two steps. */
  async location(operation: string, path: string, options: CallOptions = {}): Promise<string> {
    const answer = await this.call(operation, path, {
      ...options,
      params: { ...options.params, noredirect: true },
    })
    const location = answer && typeof answer === 'object' && 'Location' in answer ? answer.Location : null
    if (typeof location === 'string' && /^https?:\/\//.test(location)) return location
    throw new CineError('HDFS_REFUSED', `HDFS named no DataNode for ${path}.`, {
      hint: 'It must be Hadoop 3 or later.',
    })
  }

  async #ask(base: string, operation: string, path: string, options: CallOptions): Promise<unknown> {
    const url = new URL(`${base}/webhdfs/v1${encodePath(path)}`)
    url.searchParams.set('op', operation)
    url.searchParams.set('user.name', this.user)
    for (const [name, value] of Object.entries(options.params ?? {}))
      url.searchParams.set(name, String(value))
    const timeout = AbortSignal.timeout(options.timeoutMs ?? TIMEOUT_MS)
    const what = options.what ?? `${operation} ${path}`
    let status: number
    let body: string
    try {
      const response = await fetch(url, {
        method: options.method ?? 'GET',
        // Our cluster takes changes only from programs, which this header tells from pages in a browser.
        headers: { 'X-XSRF-HEADER': 'cine' },
        signal: options.signal ? AbortSignal.any([options.signal, timeout]) : timeout,
      })
      status = response.status
      body = await response.text()
    } catch (error) {
      throw asUnanswered(base, error)
    }
    if (status >= 200 && status < 300) return body === '' ? null : JSON.parse(body)
    const remote = remoteException(body)
    if (remote) throw refusal(remote, what, this.advice)
    if (status === 401) throw kerberos(what)
    throw new Unanswered('status', `${new URL(base).host} answered ${operation} with ${status}.`, status)
  }
}

/** Each name of a path as it must stand in an address. */
function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/')
}
