import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { FULL_SIZE, type Generated, generate } from '../../../bench/generate/generate.ts'
import { recogniseFiles } from '../../../src/pipeline/ingest/index.ts'
import { tempLake } from '../../helpers/lake.ts'

const NAMES = ['rt_movies', 'rt_reviews', 'imdb_kaggle'] as const

async function hashes(generated: Generated): Promise<string[]> {
  const contents = await Promise.all(NAMES.map((name) => readFile(generated[name].path)))
  return contents.map((content) => createHash('sha256').update(content).digest('hex'))
}

describe('the generator of full-size data', () => {
  test('gives the same bytes for the same seed and others for another', async () => {
    const size = { films: 300, reviews: 2_000, omdb: 60 }
    const one = await hashes(await generate({ folder: await tempLake(), ...size }))
    const same = await hashes(await generate({ folder: await tempLake(), ...size, seed: 1 }))
    const other = await hashes(await generate({ folder: await tempLake(), ...size, seed: 2 }))
    expect(same).toEqual(one)
    expect(other.filter((hash) => one.includes(hash))).toEqual([])
  })

  test('writes exactly the rows that were asked for', async () => {
    for (const [films, reviews, omdb] of [
      [1, 3, 1],
      [50, 7_777, 13],
      [2_000, 0, 0],
      [311, 1_009, 401],
    ] as const) {
      const generated = await generate({ folder: await tempLake(), films, reviews, omdb, seed: films })
      expect(NAMES.map((name) => generated[name].rows)).toEqual([films, reviews, omdb])
    }
  })

  test('scales the sizes of the public files', async () => {
    const generated = await generate({ folder: await tempLake(), scale: 0.002 })
    expect(generated.rt_movies.rows).toBe(Math.round(FULL_SIZE.films * 0.002))
    expect(generated.rt_reviews.rows).toBe(Math.round(FULL_SIZE.reviews * 0.002))
    expect(generated.imdb_kaggle.rows).toBe(Math.round(FULL_SIZE.omdb * 0.002))
  })

  test('says so when there are reviews and nobody to be reviewed', async () => {
    const impossible = generate({ folder: await tempLake(), films: 0, reviews: 10, omdb: 0 })
    await expect(impossible).rejects.toThrow(/too few/)
  })

  test('makes files that are recognised as the three sources, all of their columns known', async () => {
    const generated = await generate({ folder: await tempLake(), films: 20, reviews: 20, omdb: 20 })
    const found = await recogniseFiles(NAMES.map((name) => generated[name].path))
    expect(found.map(({ source, score, error }) => ({ source, score, error }))).toEqual(
      NAMES.map((source) => ({ source, score: 1, error: null })),
    )
  })
})
