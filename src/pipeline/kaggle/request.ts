import { type Asked, badRedirect, networkError, statusError } from './errors.ts'

const MAX_REDIRECTS = 10
const REDIRECTS = [301, 302, 303, 307, 308]

export interface RequestOptions {
  /** The value of `Authorization`: sent to the origin of `url` only. */
  authorization: string | null
  headers: Record<string, string>
  signal: AbortSignal
  asked: Omit<Asked, 'host'>
}

/** An answer with a body to be read, and the host that gave it. */
export interface Answer {
  response: Response
  asked: Asked
}

/**
 * A GET that follows redirects by itself, so that the token never leaves the origin it is meant for, and no
 * secure address leads to an insecure one. Gives the answer when it is 200, 206 or 416.
 * Throws `CineError` and `Passing`.
 */
export async function get(url: URL, options: RequestOptions): Promise<Answer> {
  let at = url
  let sameOrigin = true
  for (let hops = 0; ; hops++) {
    const asked: Asked = { ...options.asked, host: at.host }
    const authorization = sameOrigin && options.authorization ? { authorization: options.authorization } : {}
    const response = await fetch(at, {
      // The length and the parts of what is sent must be those of the archive itself.
      headers: { ...options.headers, 'accept-encoding': 'identity', ...authorization },
      redirect: 'manual',
      signal: options.signal,
    }).catch((error) => {
      throw networkError(error, asked)
    })
    if (!REDIRECTS.includes(response.status)) {
      if ([200, 206, 416].includes(response.status)) return { response, asked }
      await response.body?.cancel().catch(() => {})
      throw statusError(response.status, retryAfter(response), asked)
    }
    await response.body?.cancel().catch(() => {})
    if (hops === MAX_REDIRECTS) throw badRedirect('round in circles', asked)
    const next = target(response, at)
    if (next === null) throw badRedirect('nowhere', asked)
    if (at.protocol === 'https:' && next.protocol !== 'https:')
      throw badRedirect('to an address that is not secure', asked)
    sameOrigin &&= next.origin === url.origin
    at = next
  }
}

function target(response: Response, from: URL): URL | null {
  const location = response.headers.get('location')
  const next = location === null ? null : URL.parse(location, from.href)
  return next && ['http:', 'https:'].includes(next.protocol) ? next : null
}

/** `Retry-After` in milliseconds: seconds, or a date. */
function retryAfter(response: Response): number | null {
  const value = response.headers.get('retry-after')?.trim()
  if (!value) return null
  const ms = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now()
  return Number.isNaN(ms) ? null : Math.max(0, ms)
}
