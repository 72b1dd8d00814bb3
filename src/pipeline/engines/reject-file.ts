import { closeSync, createReadStream, openSync, writeSync } from 'node:fs'
import type { Reject } from '../ingest/index.ts'

const BUFFER_CHARACTERS = 1 << 16

/** Rejects, one JSON document a line. Written at once and not awaited: they come in the middle of a scan. */
export class RejectFile {
  readonly #file: number
  #text = ''

  constructor(path: string) {
    this.#file = openSync(path, 'wx')
  }

  add(reject: Reject): void {
    this.#text += `${JSON.stringify(reject)}\n`
    if (this.#text.length > BUFFER_CHARACTERS) this.#write()
  }

  close(): void {
    try {
      this.#write()
    } finally {
      closeSync(this.#file)
    }
  }

  #write(): void {
    writeSync(this.#file, this.#text)
    this.#text = ''
  }
}

/** What such a file holds, in its order. */
export async function* readRejects(path: string): AsyncGenerator<Reject> {
  let rest = ''
  // Not by `readline`, for which U+2028 ends a line too.
  for await (const chunk of createReadStream(path, 'utf8')) {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) yield JSON.parse(line) as Reject
  }
}
