/** Why a service gave no answer. */
export class Unanswered extends Error {
  /** `refused`: nothing listens there; `unreachable`: no such host, or no way to it; `silent`: no answer in
   * time; `status`: it answered with an error. */
  readonly kind: 'refused' | 'unreachable' | 'silent' | 'status'
  readonly status: number | null

  constructor(kind: Unanswered['kind'], message: string, status: number | null = null, cause?: unknown) {
    super(message, { cause })
    this.kind = kind
    this.status = status
  }
}

const TIMEOUT_MS = 5000

/** The JSON that a service answers with. Throws `Unanswered`; a fired signal rejects with its own reason. */
export async function fetchJson(
  url: string,
  { signal, timeoutMs = TIMEOUT_MS }: { signal?: AbortSignal | undefined; timeoutMs?: number } = {},
): Promise<unknown> {
  const timeout = AbortSignal.timeout(timeoutMs)
  try {
    const response = await fetch(url, {
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
      headers: { accept: 'application/json' },
    })
    if (!response.ok) {
      await response.body?.cancel()
      throw new Unanswered('status', `${url} answered with ${response.status}.`, response.status)
    }
    return await response.json()
  } catch (error) {
    if (error instanceof Unanswered || signal?.aborted) throw error
    throw asUnanswered(url, error)
  }
}

/** What `fetch` throws, by what it means. */
export function asUnanswered(url: string, error: unknown): Unanswered {
  const { host } = new URL(url)
  const code = codeOf(error)
  if (error instanceof Error && error.name === 'TimeoutError') {
    return new Unanswered('silent', `${host} did not answer in time.`, null, error)
  }
  if (code === 'ECONNREFUSED') return new Unanswered('refused', `Nothing listens on ${host}.`, null, error)
  if (code === 'UND_ERR_CONNECT_TIMEOUT' || code === 'ETIMEDOUT') {
    return new Unanswered('silent', `${host} did not answer in time.`, null, error)
  }
  return new Unanswered(
    'unreachable',
    `${host} cannot be reached (${code ?? messageOf(error)}).`,
    null,
    error,
  )
}

/** Node hides the reason one or two causes deep; of several addresses tried, the first one's counts. */
function codeOf(error: unknown): string | null {
  for (let each: unknown = error, depth = 0; each instanceof Error && depth < 5; depth++) {
    if ('code' in each && typeof each.code === 'string') return each.code
    each = each instanceof AggregateError ? each.errors[0] : each.cause
  }
  return null
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
