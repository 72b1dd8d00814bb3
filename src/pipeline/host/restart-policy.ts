/** How soon to start a process again that died, and when to stop trying. */
export interface RestartLimits {
  /** The wait after the first death; it doubles with each further one. */
  firstDelayMs: number
  maxDeaths: number
  /** Deaths older than this are forgotten. */
  windowMs: number
}

const LIMITS: RestartLimits = { firstDelayMs: 200, maxDeaths: 5, windowMs: 60_000 }

export class RestartPolicy {
  readonly #limits: RestartLimits
  readonly #now: () => number
  #deaths: number[] = []

  constructor(limits: Partial<RestartLimits> = {}, now: () => number = () => performance.now()) {
    this.#limits = { ...LIMITS, ...limits }
    this.#now = now
  }

  /** Notes a death. Returns the milliseconds to wait before the next start, or null to give up. */
  nextDelay(): number | null {
    this.#deaths = [...this.#recent(), this.#now()]
    if (this.#deaths.length >= this.#limits.maxDeaths) return null
    return this.#limits.firstDelayMs * 2 ** (this.#deaths.length - 1)
  }

  /** True once the deaths are too old to count against another try. */
  isQuiet(): boolean {
    return this.#recent().length < this.#limits.maxDeaths
  }

  #recent(): number[] {
    const since = this.#now() - this.#limits.windowMs
    return this.#deaths.filter((at) => at > since)
  }
}
