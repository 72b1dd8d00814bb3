import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/** So many wrong tokens within the window, then none is looked at until the oldest of them is that old. */
const MAX_WRONG_TOKENS = 10
const WRONG_TOKENS_WINDOW_MS = 60_000

/**
 * Who may talk to the loopback server: whoever opened the link once and holds the cookie it gave. Other
 * programs' pages in the same browser are kept out by Host (a name that was made to point to 127.0.0.1),
 * by Origin, and by the cookie being SameSite=Strict.
 */
export class WebAccess {
  /** In the link; void after its first use. */
  readonly token = randomBytes(32).toString('base64url')
  readonly #session = randomBytes(32).toString('base64url')
  readonly #port: number
  readonly #now: () => number
  #tokenUsed = false
  #wrongTokens: number[] = []

  constructor(port: number, now: () => number = () => performance.now()) {
    this.#port = port
    this.#now = now
  }

  /** Yes the first time the right token is given. After too many wrong ones, seconds to wait for a next try. */
  redeem(token: string): { ok: boolean; retryAfterSeconds?: number } {
    const now = this.#now()
    this.#wrongTokens = this.#wrongTokens.filter((at) => at > now - WRONG_TOKENS_WINDOW_MS)
    const [oldest = now] = this.#wrongTokens
    if (this.#wrongTokens.length >= MAX_WRONG_TOKENS)
      return { ok: false, retryAfterSeconds: Math.ceil((oldest + WRONG_TOKENS_WINDOW_MS - now) / 1000) }
    const ok = !this.#tokenUsed && equal(token, this.token)
    if (ok) this.#tokenUsed = true
    else this.#wrongTokens.push(now)
    return { ok }
  }

  sessionCookie(): string {
    return `${this.#cookieName()}=${this.#session}; HttpOnly; SameSite=Strict; Path=/`
  }

  hasSession(request: IncomingMessage): boolean {
    const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='))
    return pairs.some(([name, value]) => name === this.#cookieName() && equal(value ?? '', this.#session))
  }

  hasOwnHost(request: IncomingMessage): boolean {
    return this.#hosts().includes(request.headers.host ?? '')
  }

  /** A page that is not ours never gets an answer; no Origin is fine where the browser sends none. */
  hasOwnOrigin(request: IncomingMessage, options: { required: boolean }): boolean {
    const { origin, host } = request.headers
    if (origin === undefined) return !options.required
    return origin === `http://${host}`
  }

  /**
   * True for what a page of another site asks for, by a link or by itself: browsers say so. It could neither
   * use up the link nor make wrong tries in our name; and the cookie would not come along from there.
   */
  isFromOtherSite(request: IncomingMessage): boolean {
    return ['cross-site', 'same-site'].includes(String(request.headers['sec-fetch-site'] ?? ''))
  }

  #hosts(): string[] {
    return [`127.0.0.1:${this.#port}`, `localhost:${this.#port}`]
  }

  /** Cookies are not kept apart by port: two servers side by side need two names. */
  #cookieName(): string {
    return `cine_session_${this.#port}`
  }
}

/** Compares in constant time, whatever the lengths. */
function equal(left: string, right: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(left), digest(right))
}
