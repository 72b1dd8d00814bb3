import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

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
  #tokenUsed = false

  constructor(port: number) {
    this.#port = port
  }

  /** True the first time the right token is given. */
  redeem(token: string): boolean {
    if (this.#tokenUsed || !equal(token, this.token)) return false
    this.#tokenUsed = true
    return true
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
