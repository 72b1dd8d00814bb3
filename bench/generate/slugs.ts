import { mix } from './random.ts'

/** Ids in the manner of Rotten Tomatoes, no two alike: of films of one title, the later ones carry their
 * year, and a number where that is not enough. Only hashes are kept, so that millions take little memory. */
export class Slugs {
  readonly #taken = new Set<number>()

  slugOf(title: string, year: number, number: number): string {
    const base = title
      .normalize('NFKD')
      .toLowerCase()
      .replace(/['’]|\p{M}/gu, '')
      .replace(/[^a-z0-9]+/g, '_')
      .replace(/^_|_$/g, '')
    // Some of the site's oldest ids begin with a number.
    if (base !== '' && number % 40 === 7) return `${1_000_000 + number}-${base}`
    for (const slug of base === '' ? [] : [base, `${base}_${year}`]) if (this.#take(slug)) return slug
    return `${base}_${year}_${number}`
  }

  #take(slug: string): boolean {
    const codes = Array.from(slug, (letter) => letter.charCodeAt(0))
    const key = mix(...codes) * 2 ** 20 + (mix(...codes, 1) % 2 ** 20)
    if (this.#taken.has(key)) return false
    this.#taken.add(key)
    return true
  }
}
