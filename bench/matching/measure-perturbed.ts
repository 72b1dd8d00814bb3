import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { figures, filmsOf } from './measure.ts'
import { KNOWN, passedOff } from './passed-off.ts'
import { CHANGES } from './perturb.ts'

/** A line for each way in which titles and years were changed; found and missed of each pair of files. */
export async function measurePerturbed(
  inData: (...parts: string[]) => string,
  titles: readonly string[],
  imdb5000: readonly string[],
  listed: boolean,
): Promise<void> {
  const five = inData('imdb5000/movie_metadata.csv.gz')
  const bechdel = inData('fivethirtyeight/bechdel_movies.csv.gz')
  const pairs = [
    { films: 'IMDb 5,000', file: five, against: 'IMDb 5,000', files: imdb5000 },
    { films: 'IMDb 5,000', file: five, against: 'IMDb titles', files: titles },
    { films: 'Bechdel', file: bechdel, against: 'IMDb 5,000', files: imdb5000 },
    { films: 'Bechdel', file: bechdel, against: 'IMDb titles', files: titles },
  ] as const
  console.log(
    '\n| films | against | change | possible | missed | wrong |\n| --- | --- | --- | --- | --- | --- |',
  )
  for (const { films, file, against, files } of pairs) {
    const folder = await mkdtemp(join(tmpdir(), 'cine-perturbed-'))
    try {
      const out = join(folder, 'passed-off.csv')
      const { gold, kinds } = await passedOff(file, KNOWN[films], titles[0] as string, out)
      const matched = await filmsOf([out, ...files], join(folder, 'lake'))
      const { missed, wrongPairs } = figures(matched, gold)
      const there = new Set(matched.map(({ imdb_id }) => imdb_id))
      const possible = [...gold].filter(([, id]) => there.has(id)).map(([rt]) => kinds.get(rt))
      for (const kind of Object.keys(CHANGES)) {
        const of = (found: readonly (string | undefined)[]) => found.filter((each) => each === kind).length
        const counts = [
          of(possible),
          of(missed.map(([rt]) => kinds.get(rt))),
          of(wrongPairs.map(({ rt_id }) => kinds.get(rt_id ?? ''))),
        ]
        console.log(`| ${[films, against, kind, ...counts].join(' | ')} |`)
      }
      if (listed)
        for (const { rt_id, imdb_id, title } of wrongPairs)
          console.log(`  wrong ${rt_id} = ${imdb_id} (${title})`)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }
  console.log('')
}
