import { CineError } from '../../errors.ts'

/** How far a packed file may unpack. */
export interface InflationLimits {
  /** Up to here any ratio will do. */
  free_bytes: number
  /** Beyond, so many bytes for each packed one at most: tables come to 3 to 30. */
  ratio: number
  /** All that comes out of one file. */
  total_bytes: number
}

const LIMITS: InflationLimits = { free_bytes: 256 * 2 ** 20, ratio: 200, total_bytes: 128 * 2 ** 30 }

/** Counts what comes out of a packed file, all its entries together, against a file made to fill the disk. */
export class Inflation {
  readonly #file: string
  readonly #limits: InflationLimits
  #out = 0

  constructor(file: string, limits: InflationLimits = LIMITS) {
    this.#file = file
    this.#limits = limits
  }

  /** `packed`: bytes of the file that were read so far. Throws `INGEST_INFLATES_TOO_MUCH`. */
  add(bytes: number, packed: number): void {
    this.#out += bytes
    const { free_bytes, ratio, total_bytes } = this.#limits
    const most = Math.min(total_bytes, Math.max(free_bytes, packed * ratio))
    if (this.#out <= most) return
    throw new CineError(
      'INGEST_INFLATES_TOO_MUCH',
      `${this.#file} unpacks to more than ${Math.round(this.#out / 2 ** 20)} MiB from ${packed} bytes: it may be made to fill the disk.`,
      {
        hint: 'Do not trust the file. If you do, unpack it yourself and land the plain tables.',
        details: { file: this.#file, packed_bytes: packed, unpacked_bytes: this.#out, limits: this.#limits },
      },
    )
  }
}
