import { type FileHandle, open } from 'node:fs/promises'

const FLUSH_CHARACTERS = 1 << 20
const SPECIAL = /[",\r\n]/

/** A CSV file (RFC 4180 with single line feeds) written row by row; null is an empty cell. */
export class CsvFile {
  readonly path: string
  readonly #handle: FileHandle
  #pending = ''
  rows = 0
  bytes = 0

  private constructor(path: string, handle: FileHandle) {
    this.path = path
    this.#handle = handle
  }

  static async create(path: string, columns: readonly string[]): Promise<CsvFile> {
    const file = new CsvFile(path, await open(path, 'w'))
    file.row(columns)
    file.rows = 0
    return file
  }

  row(cells: readonly (string | null)[]): void {
    let line = cell(cells[0])
    for (let i = 1; i < cells.length; i++) line += `,${cell(cells[i])}`
    this.#pending += `${line}\n`
    this.rows++
  }

  /** True when it is time to `flush`. */
  get full(): boolean {
    return this.#pending.length >= FLUSH_CHARACTERS
  }

  async flush(): Promise<void> {
    const bytes = Buffer.from(this.#pending)
    this.#pending = ''
    this.bytes += bytes.length
    await this.#handle.writeFile(bytes)
  }

  async close(): Promise<void> {
    try {
      await this.flush()
    } finally {
      await this.#handle.close()
    }
  }
}

function cell(text: string | null | undefined): string {
  if (text == null) return ''
  return SPECIAL.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
