import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Filters } from '../../../src/pipeline/api.ts'
import { lakeLayout } from '../../../src/pipeline/lake/layout.ts'
import { openPublished, type Published } from '../../../src/pipeline/query/index.ts'
import { correlation, genres, talents, timeline } from '../../../src/pipeline/reports/index.ts'
import { publishRows } from '../../helpers/published-lake.ts'
import { imdb5000, vega } from '../../helpers/real-films.ts'

type Known = Record<string, number | string | null | object>

/** What `tests/reference/reports.py` worked out of the same real films. */
interface Reference {
  filters: Filters
  filtered: number
  correlation: Known & {
    n: number
    left_out: number
    outliers?: Record<string, number>
    quadrants?: Record<string, { n: number; with: number; median: number | null }>
  }
  years: { left_out: number; buckets: Known[] }
  decades: { left_out: number; buckets: Known[] }
  genres: { left_out: number; genres: Record<string, Known> }
  directors: (Known & { person_id: string })[]
  actors: (Known & { person_id: string })[]
}

/** Equal, numbers to nine digits. */
function same(actual: unknown, expected: unknown, where = ''): void {
  if (typeof expected === 'number' && typeof actual === 'number') {
    const off = Math.abs(actual - expected) / Math.max(1, Math.abs(expected))
    expect(off, `${where}: ${actual}, not ${expected}`).toBeLessThan(1e-9)
  } else if (expected !== null && typeof expected === 'object') {
    for (const [key, value] of Object.entries(expected))
      same((actual as Record<string, unknown>)?.[key], value, `${where}.${key}`)
    if (Array.isArray(expected)) expect((actual as unknown[]).length, where).toBe(expected.length)
  } else expect(actual, where).toBe(expected)
}

const text = readFileSync(join(import.meta.dirname, '../../reference/reports.json'), 'utf8')
const REFERENCES: Record<string, Reference[]> = JSON.parse(text)

describe.each([
  ['vega', vega],
  ['imdb5000', imdb5000],
] as const)('the reports of %s are those of pandas and SciPy', (name, rows) => {
  let folder = ''
  let run: Published
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cine-reports-'))
    const layout = lakeLayout(folder)
    await publishRows(layout, rows(), '20260101T000000Z-000000')
    run = (await openPublished(layout)) as Published
  })
  afterAll(async () => {
    run.close()
    await rm(folder, { recursive: true, force: true })
  })

  describe.each(REFERENCES[name] ?? [])('$filters', ({ filters, filtered, ...reference }) => {
    it('critics and audience', async () => {
      const report = await correlation(run, { filters, chart: true })
      const { outliers, quadrants, ...figures } = reference.correlation
      same(report, { ...figures, filtered })
      const found = Object.fromEntries(
        report.outliers.map(({ film_id, studentised_residual }) => [film_id, studentised_residual]),
      )
      same(found, outliers ?? {})
      expect(Object.keys(found)).toHaveLength(Object.keys(outliers ?? {}).length)
      for (const { quadrant, n, n_with_box_office, median_box_office_usd } of report.revenue_by_quadrant)
        same(
          { n, with: n_with_box_office, median: median_box_office_usd },
          quadrants?.[quadrant] ?? { n: 0, with: 0, median: null },
        )
      const { chart } = report
      expect(chart?.kind).toBe(report.n > 2000 ? 'density' : 'points')
      expect(chart?.points).toHaveLength(report.n > 2000 ? 0 : report.n)
      const inCells = chart?.cells.reduce((sum, cell) => sum + cell.n, 0)
      expect(inCells).toBe(report.n > 2000 ? report.n : 0)
    })

    it('timeline', async () => {
      for (const [by, expected] of [
        ['year', reference.years],
        ['decade', reference.decades],
      ] as const) {
        const report = await timeline(run, { filters, by })
        same(report, { filtered, by, ...expected })
      }
    })

    it('genres and running times', async () => {
      const report = await genres(run, { filters, chart: true })
      same(report, { filtered, left_out: reference.genres.left_out })
      same(
        Object.fromEntries(report.genres.map(({ genre, ...box }) => [genre, box])),
        reference.genres.genres,
      )
      expect(report.genres).toHaveLength(Object.keys(reference.genres.genres).length)
      const medians = report.genres.map(({ median }) => median)
      expect(medians).toEqual(medians.toSorted((one, other) => other - one))
      for (const { genre, outliers } of report.genres)
        expect(report.outlier_films?.filter((film) => film.genre === genre)).toHaveLength(
          Math.min(40, outliers),
        )
    })

    it('talents', async () => {
      for (const [role, min_films, expected] of [
        ['director', 2, reference.directors],
        ['actor', 1, reference.actors],
      ] as const) {
        const report = await talents(run, { filters, role, min_films, top: 1000 })
        const told = report.talents
        // Of those who made as much, ours are in an order of their own.
        const lowest = (expected.at(-1)?.box_office_usd as number | null) ?? -1
        for (const person of expected)
          same(
            told.find(({ person_id }) => person_id === person.person_id),
            person,
          )
        const above = told.filter(({ box_office_usd }) => (box_office_usd ?? -1) > lowest)
        for (const { person_id } of above)
          expect(expected.map((person) => person.person_id)).toContain(person_id)
        const sums = told.map(({ box_office_usd }) => box_office_usd ?? -1)
        expect(sums).toEqual(sums.toSorted((one, other) => other - one))
      }
    })
  })
})
