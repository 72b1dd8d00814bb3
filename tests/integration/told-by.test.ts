import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { api } from '../../src/pipeline/api.ts'
import type { LakeLayout } from '../../src/pipeline/lake/layout.ts'
import { filmDetail, openPublished } from '../../src/pipeline/query/index.ts'
import { lakeOf, run } from '../helpers/run.ts'

const FILES = {
  'rt.csv': `id,title,audienceScore,tomatoMeter,releaseDateTheaters,runtimeMinutes,genre,originalLanguage,director,boxOffice
both,The Both,80,90,2011-02-01,101,Drama,English,Ann Lee,
only_rt,Only Here,70,60,2001-01-01,90,Comedy,English,Bo Ek,$1.5M
addressed_1986,Addressed,70,60,,95,Horror,English,Di Fo,
`,
  'imdb.csv': `Title,Year,imdbRating,imdbID,Runtime,Director,Genre,BoxOffice,Language
The Both,2010,7.1,tt0000001,103 min,Ann Lee,"Drama, War",,French
Addressed,,6.1,tt0000002,95 min,Di Fo,Horror,,English
`,
  'budgets.csv': `id,release_date,movie,production_budget,domestic_gross,worldwide_gross
1,"Feb 1, 2010",The Both,"$425,000,000","$760,507,625","$2,776,345,279"
`,
}

const toldOf = async (layout: LakeLayout, film_id: string) => {
  const published = await openPublished(layout)
  if (!published) throw new Error('Nothing is published.')
  try {
    return (await filmDetail(published, api['films.get'].params.parse({ film_id }))).told_by
  } finally {
    published.close()
  }
}

test('each value of a film has the one source that told it, whoever else could have', async () => {
  const layout = await lakeOf(FILES)
  const { run_id } = await run(layout)
  const both = await toldOf(layout, 'tt0000001')
  expect(both).toMatchObject({
    // IMDb's year is believed first; the other values are those of Rotten Tomatoes where it has one.
    year: ['imdb_kaggle'],
    title: ['rt_movies'],
    runtime_minutes: ['rt_movies'],
    genres: ['rt_movies'],
    language: ['rt_movies'],
    // Neither site knows it.
    box_office_usd: ['tn_budgets'],
    imdb_rating: ['imdb_kaggle'],
    tomato_meter: ['rt_movies'],
  })
  expect(await toldOf(layout, 'rt:only_rt')).toMatchObject({
    box_office_usd: ['rt_movies'],
    year: ['rt_movies'],
  })
  // A year that only the address tells is that of its site.
  expect(await toldOf(layout, 'tt0000002')).toMatchObject({ year: ['rt_movies'], genres: ['rt_movies'] })

  // A run of an earlier version has no such notes: all that can have told it are named.
  await rm(join(layout.runs, run_id, 'told_by.parquet'))
  expect(await toldOf(layout, 'tt0000001')).toMatchObject({
    runtime_minutes: ['rt_movies', 'imdb_kaggle'],
    box_office_usd: ['rt_movies', 'imdb_kaggle', 'tn_budgets'],
  })
})
