import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { lakeLayout } from '../../../src/pipeline/lake/layout.ts'
import { tempLake } from '../../helpers/lake.ts'
import { engineOn } from '../../helpers/open-run.ts'

it('a film of a lake of one source is told whole: no column of it could have been told by another', async () => {
  const folder = await tempLake()
  const path = join(folder, 'movies.csv')
  await writeFile(path, 'id,title,audienceScore,tomatoMeter\na,Alone,50,60\n')
  const engine = await engineOn(lakeLayout(join(folder, 'lake')))
  await engine.request('pipeline.run', { files: [{ path }] })
  const { film, told_by } = await engine.request('films.get', { film_id: 'rt:a' })
  expect(film).toMatchObject({ title: 'Alone', tomato_meter: 60 })
  expect(told_by.tomato_meter).toEqual(['rt_movies'])
})
