/** Takes bytes from a stream of chunks in the sizes that a format asks for. */
export class ByteReader {
  readonly #chunks: AsyncIterator<Buffer>
  #held: Buffer = Buffer.alloc(0)

  constructor(source: AsyncIterable<Buffer>) {
    this.#chunks = source[Symbol.asyncIterator]()
  }

  /** True when at least so many bytes are left. */
  async has(length: number): Promise<boolean> {
    while (this.#held.length < length) {
      const next = await this.#chunks.next()
      if (next.done) return false
      this.#held = this.#held.length > 0 ? Buffer.concat([this.#held, next.value]) : next.value
    }
    return true
  }

  /** The next bytes, not taken; as many as `has` said there are. */
  peek(length: number): Buffer {
    return this.#held.subarray(0, length)
  }

  /** Exactly so many bytes, or null when fewer are left. */
  async take(length: number): Promise<Buffer | null> {
    if (!(await this.has(length))) return null
    const bytes = this.#held.subarray(0, length)
    this.#held = this.#held.subarray(length)
    return bytes
  }

  /** What is at hand, `most` bytes at most; null at the end. */
  async some(most: number): Promise<Buffer | null> {
    return (await this.has(1)) ? this.take(Math.min(most, this.#held.length)) : null
  }

  /** All that is left. */
  async *rest(): AsyncIterable<Buffer> {
    for (;;) {
      const bytes = await this.some(Number.POSITIVE_INFINITY)
      if (bytes === null) return
      yield bytes
    }
  }

  async close(): Promise<void> {
    await this.#chunks.return?.()
  }
}
