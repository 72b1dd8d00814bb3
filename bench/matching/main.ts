import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { academyFilms } from './academy.ts'
import { figures, filmsOf, goldPairs } from './measure.ts'
import { measurePerturbed } from './measure-perturbed.ts'

/** How well films of Rotten Tomatoes and of IMDb are matched, on pairs known to be true. */
const DATA = resolve(import.meta.dirname, '../../../shared/data')
const { values } = parseArgs({
  options: {
    /** A folder that holds the files below. */
    data: { type: 'string', default: DATA },
    gold: { type: 'string' },
    /** Print what was missed and what is wrong. */
    list: { type: 'boolean', default: false },
    /** Also films whose titles and years were changed, by the change. */
    perturbed: { type: 'boolean', default: false },
  },
})

const inData = (...parts: string[]) => join(values.data, ...parts)
const RT = [inData('stefanoleone/rotten_tomatoes_movies.csv.gz')]
const IMDB5000 = [inData('imdb5000/movie_metadata.csv.gz')]
const IMDB = ['basics', 'crew', 'ratings'].map((name) => inData(`flatiron/imdb.title.${name}.csv.gz`))
const AGAINST = { 'IMDb 5,000': IMDB5000, 'IMDb titles': IMDB, both: [...IMDB5000, ...IMDB] }

const HELD_OUT = { 'IMDb 5,000': IMDB5000, 'IMDb titles': IMDB }

console.log('| films | against | possible | found | wrong | precision | recall | others |')
console.log('| --- | --- | --- | --- | --- | --- | --- | --- |')
const gold = await goldPairs(values.gold ?? inData('gold/rt_imdb.csv'))
for (const [name, files] of Object.entries(AGAINST))
  await measure('Rotten Tomatoes', name, [...RT, ...files], gold)
if (values.perturbed) await measurePerturbed(inData, IMDB, IMDB5000, values.list)
const folder = await mkdtemp(join(tmpdir(), 'cine-academy-'))
try {
  const academy = await academyFilms(inData('oscars/oscars.csv.gz'), folder)
  for (const [name, files] of Object.entries(HELD_OUT))
    await measure('Academy', name, [academy.file, ...files], academy.gold)
} finally {
  await rm(folder, { recursive: true, force: true })
}

async function measure(
  films: string,
  against: string,
  files: readonly string[],
  known: ReadonlyMap<string, string>,
): Promise<void> {
  const lake = await mkdtemp(join(tmpdir(), 'cine-matching-'))
  const result = figures(await filmsOf(files, lake), known)
  const { possible, found, wrong, precision, recall, unknown } = result
  const shares = [precision, recall].map((share) => share.toFixed(4))
  console.log(`| ${[films, against, possible, found, wrong, ...shares, unknown].join(' | ')} |`)
  if (!values.list) return
  for (const [rt, imdb] of result.missed) console.log(`  missed ${rt} = ${imdb}`)
  for (const film of result.wrongPairs)
    console.log(
      `  wrong ${film.rt_id} = ${film.imdb_id}, not ${known.get(film.rt_id ?? '')} (${film.title}, ${film.match_score})`,
    )
}
