import { readFile } from 'node:fs/promises'
import { gunzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { sharedData } from '../../helpers/shared-data.ts'
import { scan } from './scan.ts'

it.each([
  ['clapper/Movies_2000.csv.gz', ',', 116, []],
  ['clapper/Reviews_2000.csv.gz', ',', 2000, []],
  ['stefanoleone/rotten_tomatoes_movies.csv.gz', ',', 940, ['UNTERMINATED_QUOTE']],
  ['stefanoleone/rotten_tomatoes_critic_reviews.csv.gz', ',', 5166, ['UNTERMINATED_QUOTE']],
  ['imdb5000/movie_metadata.csv.gz', ',', 5043, []],
  ['flatiron/tn.movie_budgets.csv.gz', ',', 5782, []],
  ['flatiron/bom.movie_gross.csv.gz', ',', 3387, []],
  ['flatiron/tmdb.movies.csv.gz', ',', 26_517, []],
  ['flatiron/rt.reviews.tsv.gz', '\t', 54_432, ['INVALID_ENCODING']],
  ['fivethirtyeight/bechdel_movies.csv.gz', ',', 1794, []],
])('counts the records of %s', async (file, delimiter, rows, faults) => {
  const scanned = scan(gunzipSync(await readFile(sharedData(file))), { delimiter })
  expect(scanned.rows).toBe(rows)
  expect(scanned.broken.map(({ reason }) => reason)).toEqual(faults)
})
