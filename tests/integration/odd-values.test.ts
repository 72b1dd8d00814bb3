import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { lakeLayout } from '../../src/pipeline/lake/layout.ts'
import { SOURCES } from '../../src/pipeline/sources/index.ts'
import { tempLake } from '../helpers/lake.ts'
import { ODD, tableOf } from '../helpers/odd-values.ts'
import { land, run } from '../helpers/run.ts'

it('no value of any column of any source stops a run', async () => {
  const folder = await tempLake()
  const layout = lakeLayout(join(folder, 'lake'))
  const paths: string[] = []
  for (const spec of SOURCES) {
    paths.push(join(folder, `${spec.id}.csv`))
    await writeFile(paths.at(-1) as string, tableOf(spec))
  }
  await land(layout, paths)
  const { status, balance } = await run(layout)
  expect(status).toBe('published')
  expect(balance.map(({ source }) => source).toSorted()).toEqual(SOURCES.map(({ id }) => id).toSorted())
  for (const { rows_in, rows_out, rejected, merged } of balance) {
    expect(rows_in).toBe(ODD.length)
    expect(rows_out + rejected + merged).toBe(rows_in)
  }
})
