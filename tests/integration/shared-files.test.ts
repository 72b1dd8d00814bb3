import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Film, Review } from '../../src/pipeline/api.ts'
import { type LakeLayout, lakeLayout } from '../../src/pipeline/lake/layout.ts'
import { tempLake } from '../helpers/lake.ts'
import { land, published, run } from '../helpers/run.ts'
import { sharedData } from '../helpers/shared-data.ts'

/** Every file of the shared data: its source, records in, rows out, rejects and merged records. */
const FILES: [file: string, source: string, rows: number, out: number, rejected: number][] = [
  ['clapper/Movies_2000.csv.gz', 'rt_movies', 116, 105, 0],
  ['clapper/Reviews_2000.csv.gz', 'rt_reviews', 2000, 1865, 0],
  ['stefanoleone/rotten_tomatoes_movies.csv.gz', 'rt_archive_movies', 940, 939, 1],
  ['stefanoleone/rotten_tomatoes_critic_reviews.csv.gz', 'rt_archive_reviews', 5166, 5165, 1],
  ['imdb5000/movie_metadata.csv.gz', 'imdb5000', 5043, 4919, 0],
  ['flatiron/imdb.title.basics.csv.gz', 'imdb_basics', 146_144, 146_144, 0],
  ['flatiron/imdb.title.ratings.csv.gz', 'imdb_ratings', 73_856, 73_856, 0],
  ['flatiron/imdb.title.crew.csv.gz', 'imdb_crew', 146_144, 146_144, 0],
  ['flatiron/rt.movie_info.tsv.gz', 'rt_info', 1560, 1560, 0],
  ['flatiron/rt.reviews.tsv.gz', 'rt_info_reviews', 54_432, 54_397, 0],
  ['flatiron/tn.movie_budgets.csv.gz', 'tn_budgets', 5782, 5782, 0],
  ['flatiron/bom.movie_gross.csv.gz', 'bom_gross', 3387, 3387, 0],
  ['flatiron/tmdb.movies.csv.gz', 'tmdb_movies', 26_517, 25_497, 0],
  ['oscars/oscars.csv.gz', 'oscars', 12_137, 12_137, 0],
  ['fivethirtyeight/bechdel_movies.csv.gz', 'bechdel', 1794, 1794, 0],
  ['fivethirtyeight/fandango_fandango_score_comparison.csv.gz', 'fandango_scores', 146, 146, 0],
  ['fivethirtyeight/fandango_fandango_scrape.csv.gz', 'fandango_stars', 510, 508, 0],
]

const lineOf = ([, source, rows_in, rows_out, rejected]: (typeof FILES)[number]) => ({
  source,
  rows_in,
  rows_out,
  rejected,
  merged: rows_in - rows_out - rejected,
})

const newLake = async () => lakeLayout(join(await tempLake(), 'lake'))

it('knows every file of the shared data', async () => {
  const folders = (await readdir(sharedData(), { withFileTypes: true })).filter((each) => each.isDirectory())
  const files = await Promise.all(
    folders.map(async ({ name }) => (await readdir(sharedData(name))).map((file) => `${name}/${file}`)),
  )
  // The pairs known to be true are held by hand, and never an input.
  const tables = files.flat().filter((file) => file.endsWith('.gz'))
  expect(tables.sort()).toEqual(FILES.map(([file]) => file).sort())
})

describe('alone, gunzipped', () => {
  it.each(FILES)('%s is %s', async (file, source, rows, out, rejected) => {
    const layout = await newLake()
    const path = join(layout.root, '..', basename(file, '.gz'))
    await mkdir(layout.root, { recursive: true })
    await writeFile(path, gunzipSync(await readFile(sharedData(file))))
    await land(layout, [path])
    const { balance, tables } = await run(layout)
    expect(balance).toEqual([lineOf([file, source, rows, out, rejected])])
    expect(tables.rejects.rows).toBe(rejected)
    const rejects = await published(layout, 'rejects')
    if (rejected > 0) expect(rejects).toMatchObject([{ reason: 'UNTERMINATED_QUOTE' }])
  })
})

describe('all of them together', () => {
  let folder: string
  let layout: LakeLayout
  let films: Film[]
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cine-lake-'))
    layout = lakeLayout(folder)
    await land(
      layout,
      FILES.map(([file]) => sharedData(file)),
    )
    await run(layout)
    films = await published<Film>(layout, 'films')
  }, 120_000)
  afterAll(() => rm(folder, { recursive: true, force: true }))
  const one = (id: string) => films.find((film) => film.film_id === id)

  it('balance, source by source', async () => {
    const { balance } = await run(layout)
    expect(balance).toEqual(FILES.map(lineOf).sort((a, b) => (a.source < b.source ? -1 : 1)))
  })

  it('each film once, the core no worse than alone', async () => {
    expect(new Set(films.map((film) => film.film_id)).size).toBe(films.length)
    const alone = await newLake()
    await land(alone, [sharedData('clapper/Movies_2000.csv.gz')])
    await run(alone)
    for (const film of await published<Film>(alone, 'films')) {
      const same = films.find((each) => each.rt_id === film.rt_id)
      const { audience_score, tomato_meter, runtime_minutes, box_office_usd, rt_director, title } = film
      const known = { audience_score, tomato_meter, runtime_minutes, box_office_usd, rt_director, title }
      for (const [column, value] of Object.entries(known))
        if (value !== null) expect(same?.[column as keyof Film], `${film.rt_id} ${column}`).toEqual(value)
    }
  })

  it('a film takes what each source knows best', () => {
    expect(one('tt0499549')).toMatchObject({
      title: 'Avatar',
      year: 2009,
      imdb_director: ['James Cameron'],
      actors: ['CCH Pounder', 'Joel David Moore', 'Wes Studi'],
      genres: ['Action', 'Adventure', 'Fantasy', 'Sci-Fi'],
      box_office_usd: 760_505_847,
      runtime_minutes: 178,
    })
    expect(one('rt_info:3')).toMatchObject({
      title: null,
      year: 2012,
      runtime_minutes: 108,
      box_office_usd: 600_000,
      genres: ['Drama', 'Science Fiction & Fantasy'],
    })
  })

  it('reviews are of their films, whichever way they refer to them', async () => {
    const reviews = await published<Review>(layout, 'reviews')
    expect(reviews).toHaveLength(1865 + 5165 + 54_397)
    const ofInfo = reviews.filter((review) => review.film_id?.startsWith('rt_info:'))
    expect(ofInfo).toHaveLength(54_397)
    for (const { score_ratio } of reviews)
      if (score_ratio !== null) expect(score_ratio >= 0 && score_ratio <= 1).toBe(true)
    const archive = reviews.filter((review) => review.rt_id === '0814255')
    expect(new Set(archive.map((review) => review.film_id)).size).toBe(1)
    expect(archive[0]?.film_id).not.toBeNull()
  })

  it('no number of a person passes for a name', async () => {
    const people = await published<{ name: string }>(layout, 'people')
    expect(people.filter(({ name }) => /^nm\d+$/.test(name))).toEqual([])
  })
})
