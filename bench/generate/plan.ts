import { mix, Random } from './random.ts'

/** How many rows each file has: those of the public files. */
export const FULL_SIZE = { films: 143_259, reviews: 1_446_425, omdb: 5_383 } as const
export type Size = { [file in keyof typeof FULL_SIZE]: number }

/** Films that the site's crawler met twice: their row and all their reviews are there twice. */
const REPEATED = 0.0085
/** Films whose reviews are there and whose row is not. */
const WITHOUT_ROW = 0.002
/** Films that somebody has reviewed. */
const REVIEWED = 0.48
/** Rows of `imdb_kaggle` after the first one of a film, and films of it that Rotten Tomatoes lacks. */
const MORE_RECORDS = 0.35
const ONLY_ON_IMDB = 0.2

/** What each film will have, decided beforehand so that the files have exactly the rows asked for. */
export interface Plan {
  seed: number
  /** Films that are told apart, those without a row included. */
  films: number
  /** By film: how often its row is written (0, 1 or 2), its reviews (of one pass), its records on IMDb. */
  rows: Uint8Array
  reviews: Uint32Array
  records: Uint8Array
  /** Records of films that only IMDb has. */
  onlyOnImdb: Uint8Array
  /** How well known each film is; 0 for one that nobody has reviewed. */
  fame: Float64Array
}

export function planOf(size: Size, seed: number): Plan {
  const repeated = Math.floor(size.films * REPEATED)
  const hidden = size.reviews > 0 ? Math.ceil(size.films * WITHOUT_ROW) : 0
  const films = size.films - repeated + hidden
  const fame = Float64Array.from({ length: films }, (_, film) => fameOf(new Random(mix(seed, film, 1))))
  const rows = new Uint8Array(films).fill(1)
  // Those met twice are seldom the least known.
  for (const film of chosen(fame.map(Math.sqrt), repeated, seed, 2)) rows[film] = 2
  const reviewed = fame.map((share, film) => (share > 0 && rows[film] !== 2 ? 1 : 0))
  for (const film of chosen(reviewed, hidden, seed, 3)) rows[film] = 0
  const imdb = recordsOnImdb(size.omdb, seed)
  const shared = imdb.subarray(0, Math.min(films, Math.round(imdb.length * (1 - ONLY_ON_IMDB))))
  const records = new Uint8Array(films)
  chosen(fame, shared.length, seed, 4).forEach((film, index) => {
    records[film] = shared[index] as number
  })
  const reviews = reviewsOf(size.reviews, fame, rows)
  return { seed, films, rows, reviews, records, onlyOnImdb: imdb.subarray(shared.length), fame }
}

/** Half of the films have no review; of the others a few have hundreds of times more than most. */
function fameOf(random: Random): number {
  if (!random.chance(REVIEWED)) return 0
  const fame = Math.exp(1.45 * random.normal())
  return fame / (1 + fame / 150)
}

/** Which `count` films have the most of their share times luck, in the order of the films. */
function chosen(shares: Float64Array, count: number, seed: number, salt: number): number[] {
  const luck = shares.map((share, film) => (share + 0.01) * new Random(mix(seed, film, salt)).share() ** 2)
  const threshold = Float64Array.from(luck).sort()[luck.length - count] ?? Number.POSITIVE_INFINITY
  const films: number[] = []
  for (let film = 0; film < luck.length && films.length < count; film++)
    if ((luck[film] as number) >= threshold) films.push(film)
  return films
}

/** One film after another, how many records it has: `count` in all. */
function recordsOnImdb(count: number, seed: number): Uint8Array {
  const records: number[] = []
  for (let left = count; left > 0; ) {
    const random = new Random(mix(seed, records.length, 5))
    const own = Math.min(left, random.chance(MORE_RECORDS) ? random.between(2, 3) : 1)
    records.push(own)
    left -= own
  }
  return Uint8Array.from(records)
}

/** Reviews by fame, `count` rows in all when those of repeated films are counted twice. */
function reviewsOf(count: number, fame: Float64Array, rows: Uint8Array): Uint32Array {
  const reviews = new Uint32Array(fame.length)
  const times = (film: number) => (rows[film] === 2 ? 2 : 1)
  const total = fame.reduce((sum, share, film) => sum + share * times(film), 0)
  let twice = 0
  fame.forEach((share, film) => {
    if (times(film) === 2) twice += reviews[film] = Math.floor((share / total) * count)
  })
  // The rest is shared out so that rounding neither loses nor adds a row.
  const left = count - 2 * twice
  const once = fame.reduce((sum, share, film) => sum + (times(film) === 1 ? share : 0), 0)
  let [before, given] = [0, 0]
  fame.forEach((share, film) => {
    if (times(film) === 2 || once === 0) return
    before += share
    const upTo = Math.min(left, Math.round((before / once) * left))
    reviews[film] = upTo - given
    given = upTo
  })
  if (given !== left) throw new RangeError(`${fame.length} films are too few for ${count} reviews.`)
  return reviews
}
