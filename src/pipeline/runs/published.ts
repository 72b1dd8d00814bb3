import { stat } from 'node:fs/promises'
import { CineError } from '../errors.ts'
import type { LakeLayout } from '../lake/layout.ts'
import { nothingPublished, readCurrent } from '../lake/manifest.ts'
import { openPublished, type Published } from '../query/index.ts'

interface Opened {
  published: Published
  stamp: string
  users: number
  stale: boolean
}

/**
 * The published run that requests read. Opened at the first request, opened again when `CURRENT.json` was
 * replaced or the journal grew (by us or by another process); a request in flight keeps the run it began with.
 */
export class PublishedRun {
  readonly #layout: LakeLayout
  #opened: Opened | null = null
  /** Opening is done one at a time, so that two requests share one run instead of opening it twice. */
  #queue: Promise<unknown> = Promise.resolve()

  constructor(layout: LakeLayout) {
    this.#layout = layout
  }

  /**
   * Calls `read` with the published run; again with the next one, when the first was replaced and removed before it
   * was read. Throws `NOTHING_PUBLISHED` when there is none yet.
   */
  async use<T>(read: (published: Published) => Promise<T>): Promise<T> {
    const stamp = await currentStamp(this.#layout)
    try {
      return await this.#use(read)
    } catch (error) {
      const unreadable = !(error instanceof CineError) || error.code === 'TABLE_MISSING'
      if (!unreadable) throw error
      if ((await currentStamp(this.#layout)) !== stamp) return this.#use(read)
      // A file that something else removed or damaged is told by its name, not by how reading it failed.
      await readCurrent(this.#layout, { full: true })
      throw error
    }
  }

  async #use<T>(read: (published: Published) => Promise<T>): Promise<T> {
    const opened = await this.#inTurn(() => this.#acquire())
    if (!opened) throw nothingPublished()
    try {
      return await read(opened.published)
    } finally {
      opened.users--
      closeIfUnused(opened)
    }
  }

  async close(): Promise<void> {
    await this.#inTurn(async () => this.#retire())
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#queue.then(work)
    this.#queue = turn.catch(() => {})
    return turn
  }

  async #acquire(): Promise<Opened | null> {
    const stamp = await currentStamp(this.#layout)
    if (stamp === null || this.#opened?.stamp !== stamp) {
      this.#retire()
      const published = await openPublished(this.#layout)
      if (published && stamp) this.#opened = { published, stamp, users: 0, stale: false }
    }
    if (this.#opened) this.#opened.users++
    return this.#opened
  }

  #retire(): void {
    const opened = this.#opened
    this.#opened = null
    if (!opened) return
    opened.stale = true
    closeIfUnused(opened)
  }
}

function closeIfUnused(opened: Opened): void {
  if (opened.stale && opened.users === 0) opened.published.close()
}

/** What changes whenever another run is published or something is contributed; null when nothing is published. */
async function currentStamp(layout: LakeLayout): Promise<string | null> {
  const current = await fileStamp(layout.current)
  return current === null ? null : `${current} ${await fileStamp(layout.journal)}`
}

async function fileStamp(path: string): Promise<string | null> {
  try {
    const { ino, mtimeNs, size } = await stat(path, { bigint: true })
    return `${ino}/${mtimeNs}/${size}`
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}
