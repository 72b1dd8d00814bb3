import cephes from 'cephes'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  bandHalfWidth,
  type Cell,
  type Fit,
  fitLine,
  studentisedResidual,
} from '../../../src/pipeline/reports/least-squares.ts'
import { REFERENCE, records } from '../../helpers/real-files.ts'

const FANDANGO = records('fivethirtyeight', 'fandango_fandango_score_comparison.csv.gz').map((film) => ({
  x: Number(film.IMDB),
  y: Number(film.RottenTomatoes),
  n: 1,
}))

/** To nine digits. */
function close(actual: number | null, expected: number): void {
  expect(actual).not.toBeNull()
  expect(Math.abs((actual ?? Number.NaN) - expected) / Math.max(1, Math.abs(expected))).toBeLessThan(1e-9)
}

describe.each([
  ['imdb_rottentomatoes', 0],
  ['shifted', 1e6],
])('the line of %s', (name, shift) => {
  const reference = REFERENCE.lines[name]
  if (!reference) throw new Error(name)
  const points = FANDANGO.map(({ x, y, n }) => ({ x: x + shift, y: y - shift, n }))
  const fit = fitLine(points) as Fit

  it('is that of SciPy', () => {
    expect(fit.n).toBe(reference.n)
    close(fit.pearson_r, reference.pearson_r)
    close((fit.pearson_r ?? 0) ** 2, reference.r2)
    close(fit.slope, reference.slope)
    close(fit.intercept, reference.intercept)
  })

  it('has the studentised residuals of statsmodels', () => {
    // Far from the origin, the matrix that statsmodels inverts keeps six digits.
    const digits = shift === 0 ? 9 : 4
    for (const [index, { x, y }] of points.entries())
      expect(studentisedResidual(fit, x, y)).toBeCloseTo(reference.studentised[index] ?? Number.NaN, digits)
  })

  it('has the confidence band of statsmodels', async () => {
    if (shift !== 0) return
    await cephes.compiled
    const t = cephes.stdtri(fit.n - 2, 0.975)
    for (const { x, low, high } of reference.band) {
      const y = fit.mean_y + (fit.slope ?? 0) * (x - fit.mean_x)
      close(y - bandHalfWidth(fit, x, t), low)
      close(y + bandHalfWidth(fit, x, t), high)
    }
  })
})

it('has the quantiles of Student’s t that SciPy has', async () => {
  await cephes.compiled
  for (const { df, t } of REFERENCE.t_quantiles) close(cephes.stdtri(df, 0.975), t)
})

const cells = (...points: [number, number, number?][]): Cell[] => points.map(([x, y, n = 1]) => ({ x, y, n }))

describe('degenerate clouds', () => {
  it('without points there is no line', () => {
    expect(fitLine([])).toBeNull()
  })

  it.each([
    ['one point', cells([7, 50])],
    ['one point many times', cells([7, 50, 9])],
    ['one x', cells([7, 50], [7, 60], [7, 70], [7, 80])],
  ])('%s: no slope, no r, no residuals', (_, points) => {
    const fit = fitLine(points) as Fit
    expect(fit).toMatchObject({ slope: null, intercept: null, pearson_r: null, sse: null })
    for (const { x, y } of points) expect(studentisedResidual(fit, x, y)).toBeNull()
  })

  it('one y: a level line, no r', () => {
    expect(fitLine(cells([1, 50], [2, 50], [3, 50], [4, 50]))).toMatchObject({
      slope: 0,
      intercept: 50,
      pearson_r: null,
      sse: 0,
    })
  })

  it('two points: the line through them', () => {
    const fit = fitLine(cells([6, 40], [8, 80])) as Fit
    expect(fit).toMatchObject({ n: 2, slope: 20, intercept: -80, pearson_r: 1 })
    expect(studentisedResidual(fit, 6, 40)).toBeNull()
  })

  it('points on a line: rounding is not taken for outliers', () => {
    const points = Array.from({ length: 50 }, (_, i): [number, number] => [i / 10, 0.1 + (i / 10) * 9.7])
    const fit = fitLine(cells(...points)) as Fit
    expect(fit.sse).toBe(0)
    for (const [x, y] of points) expect(studentisedResidual(fit, x, y)).toBeNull()
  })

  it('one point off the line that all the others are on is as far out as a number can say', () => {
    const points = Array.from({ length: 20 }, (_, i): [number, number] => [i, 2 * i])
    const fit = fitLine(cells(...points, [10, 90])) as Fit
    const residual = studentisedResidual(fit, 10, 90) as number
    expect(residual).toBeGreaterThan(1e3)
    expect(residual).toBeLessThan(Infinity)
  })

  it('a point that alone holds the line has no residual', () => {
    const fit = fitLine(cells([1, 1], [1, 2], [1, 3], [1, 4], [9, 50])) as Fit
    expect(studentisedResidual(fit, 9, 50)).toBeNull()
    expect(studentisedResidual(fit, 1, 4)).toBeTypeOf('number')
  })
})

const cloud = fc.array(
  fc.record({
    x: fc.integer({ min: 0, max: 100 }).map((tenths) => tenths / 10),
    y: fc.integer({ min: 0, max: 100 }),
    n: fc.integer({ min: 1, max: 5 }),
  }),
  { minLength: 1, maxLength: 60 },
)

describe('any cloud', () => {
  it('gives numbers or null, never what JSON cannot say', () => {
    fc.assert(
      fc.property(cloud, (points) => {
        const fit = fitLine(points) as Fit
        const figures = [...Object.values(fit), ...points.map(({ x, y }) => studentisedResidual(fit, x, y))]
        for (const figure of figures) expect(figure === null || Number.isFinite(figure)).toBe(true)
        if (fit.pearson_r !== null) expect(Math.abs(fit.pearson_r)).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('counts a point n times as n points', () => {
    fc.assert(
      fc.property(cloud, (points) => {
        const one = fitLine(points) as Fit
        const spread = points.flatMap(({ x, y, n }) => Array.from({ length: n }, () => ({ x, y, n: 1 })))
        const many = fitLine(spread) as Fit
        expect(many.n).toBe(one.n)
        expect(many.slope === null).toBe(one.slope === null)
        if (one.slope !== null) expect(many.slope).toBeCloseTo(one.slope, 9)
        if (one.pearson_r !== null) expect(many.pearson_r).toBeCloseTo(one.pearson_r, 9)
      }),
    )
  })

  it('leaves residuals that add up to nothing', () => {
    fc.assert(
      fc.property(cloud, (points) => {
        const { slope, mean_x, mean_y } = fitLine(points) as Fit
        if (slope === null) return
        const left = points.reduce((sum, { x, y, n }) => sum + n * (y - mean_y - slope * (x - mean_x)), 0)
        expect(Math.abs(left)).toBeLessThan(1e-8)
      }),
    )
  })
})
