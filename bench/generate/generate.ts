/**
 * Full-size data in the layouts of the three core sources, made up: the same bytes for the same size and
 * seed. Written as it is made, film by film, so that memory stays small at any size.
 */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { CsvFile } from './csv-file.ts'
import { type Film, filmOf } from './film.ts'
import { IMDB_KAGGLE_COLUMNS, imdbKaggleRows } from './imdb-kaggle.ts'
import { FULL_SIZE, planOf, type Size } from './plan.ts'
import { mix, Random } from './random.ts'
import { RT_MOVIES_COLUMNS, rtMovieRow } from './rt-movies.ts'
import { RT_REVIEWS_COLUMNS, rtReviewRow } from './rt-reviews.ts'
import { Slugs } from './slugs.ts'

export { FULL_SIZE } from './plan.ts'

export interface GenerateOptions extends Partial<Size> {
  /** Where the three files go; made when it is not there. */
  folder: string
  /** Times the full size, for the counts that are not given. 1 by default. */
  scale?: number
  seed?: number
  onProgress?: (share: number) => void
}

export interface GeneratedFile {
  path: string
  bytes: number
  /** Records, without the header. */
  rows: number
  /** Of them, those whose key no other has: `rows - unique` are repeated. */
  unique: number
}

export interface Generated {
  rt_movies: GeneratedFile
  rt_reviews: GeneratedFile
  imdb_kaggle: GeneratedFile
  /** Reviews (told apart) of films that have no row. */
  orphans: number
  /** Films that are on both sites: those whose IMDb record names the page, and those where it does not. */
  shared: { addressed: number; unaddressed: number }
}

/** A repeated film comes again this many films later. */
const UNTIL_REPEATED = 500

export async function generate(options: GenerateOptions): Promise<Generated> {
  const { folder, scale = 1, seed = 1, onProgress } = options
  const size = Object.fromEntries(
    Object.entries(FULL_SIZE).map(([name, full]) => [
      name,
      options[name as keyof Size] ?? Math.round(full * scale),
    ]),
  ) as Size
  const plan = planOf(size, seed)
  await mkdir(folder, { recursive: true })
  const create = (name: string, columns: string[]) => CsvFile.create(join(folder, `${name}.csv`), columns)
  const movies = await create('rt_movies', RT_MOVIES_COLUMNS)
  const reviews = await create('rt_reviews', RT_REVIEWS_COLUMNS)
  const imdb = await create('imdb_kaggle', IMDB_KAGGLE_COLUMNS)
  const files = [movies, reviews, imdb]
  const slugs = new Slugs()
  const counts = { reviews: 0, orphans: 0, imdb: 0, addressed: 0, unaddressed: 0 }
  const waiting: { number: number; slug: string; firstReview: number; due: number }[] = []

  const writeImdb = (film: Film, slug: string | null, records: number) => {
    const number = counts.imdb++
    const { rows, addressed } = imdbKaggleRows(film, slug, number, records, new Random(mix(seed, number, 31)))
    for (const row of rows) imdb.row(row)
    if (slug !== null) counts[addressed ? 'addressed' : 'unaddressed']++
  }
  const writeFilm = async (number: number, film: Film, slug: string, firstReview: number) => {
    const random = new Random(mix(seed, number, 32))
    const fame = plan.fame[number] as number
    if (plan.rows[number] !== 0) movies.row(rtMovieRow(film, slug, fame, random))
    for (let i = 0; i < (plan.reviews[number] as number); i++) {
      const own = new Random(mix(seed, firstReview + i, 33))
      reviews.row(rtReviewRow(film, slug, reviewId(firstReview + i), own))
    }
    for (const file of files) if (file.full) await file.flush()
  }

  try {
    for (let number = 0, onlyOnImdb = 0; number < plan.films || waiting.length > 0; number++) {
      if (waiting[0] && (waiting[0].due <= number || number >= plan.films)) {
        const again = waiting.shift() as (typeof waiting)[number]
        await writeFilm(again.number, filmOf(plan, again.number), again.slug, again.firstReview)
      }
      if (number >= plan.films) continue
      const film = filmOf(plan, number)
      const slug = slugs.slugOf(film.title, film.year, number)
      const firstReview = counts.reviews
      counts.reviews += plan.reviews[number] as number
      await writeFilm(number, film, slug, firstReview)
      if (plan.rows[number] === 0) counts.orphans += plan.reviews[number] as number
      if (plan.rows[number] === 2) waiting.push({ number, slug, firstReview, due: number + UNTIL_REPEATED })
      if (plan.records[number] !== 0) writeImdb(film, slug, plan.records[number] as number)
      // Films that only IMDb has come evenly among the others.
      for (; onlyOnImdb < ((number + 1) / plan.films) * plan.onlyOnImdb.length; onlyOnImdb++)
        writeImdb(filmOf(plan, plan.films + onlyOnImdb), null, plan.onlyOnImdb[onlyOnImdb] as number)
      if (number % 1000 === 0) onProgress?.(number / plan.films)
    }
  } finally {
    for (const file of files) await file.close()
  }
  const told = ({ path, bytes, rows }: CsvFile, unique: number) => ({ path, bytes, rows, unique })
  return {
    rt_movies: told(
      movies,
      plan.rows.reduce((sum, times) => sum + Math.min(times, 1), 0),
    ),
    rt_reviews: told(reviews, counts.reviews),
    imdb_kaggle: told(imdb, counts.imdb),
    orphans: counts.orphans,
    shared: { addressed: counts.addressed, unaddressed: counts.unaddressed },
  }
}

/** Numbers of seven to nine digits in no order, no two alike below a hundred million reviews. */
function reviewId(index: number): number {
  return 1_000_000 + ((index * 7_368_787) % 100_000_007)
}
