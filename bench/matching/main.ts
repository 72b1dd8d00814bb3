import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { figures, filmsOf, goldPairs } from './measure.ts'

/** How well films of Rotten Tomatoes and of IMDb are matched, on pairs known to be true. */
const DATA = resolve(import.meta.dirname, '../../../shared/data')
const { values } = parseArgs({
  options: {
    /** A folder that holds the files below. */
    data: { type: 'string', default: DATA },
    gold: { type: 'string' },
    /** Print what was missed and what is wrong. */
    list: { type: 'boolean', default: false },
  },
})

const inData = (...parts: string[]) => join(values.data, ...parts)
const RT = [inData('stefanoleone/rotten_tomatoes_movies.csv.gz')]
const IMDB5000 = [inData('imdb5000/movie_metadata.csv.gz')]
const IMDB = ['basics', 'crew', 'ratings'].map((name) => inData(`flatiron/imdb.title.${name}.csv.gz`))
const AGAINST = { 'IMDb 5,000': IMDB5000, 'IMDb titles': IMDB, both: [...IMDB5000, ...IMDB] }

const gold = await goldPairs(values.gold ?? inData('gold/rt_imdb.csv'))
console.log('| against | possible | found | wrong | precision | recall | others |')
console.log('| --- | --- | --- | --- | --- | --- | --- |')
for (const [name, files] of Object.entries(AGAINST)) {
  const lake = await mkdtemp(join(tmpdir(), 'cine-matching-'))
  const result = figures(await filmsOf([...RT, ...files], lake), gold)
  const { possible, found, wrong, precision, recall, unknown } = result
  const shares = [precision, recall].map((share) => share.toFixed(4))
  console.log(`| ${[name, possible, found, wrong, ...shares, unknown].join(' | ')} |`)
  if (!values.list) continue
  for (const [rt, imdb] of result.missed) console.log(`  missed ${rt} = ${imdb}`)
  for (const film of result.wrongPairs)
    console.log(
      `  wrong ${film.rt_id} = ${film.imdb_id}, not ${gold.get(film.rt_id ?? '')} (${film.title}, ${film.match_score})`,
    )
}
