import fc from 'fast-check'
import { expect, it } from 'vitest'
import { api, type Film, type Filters } from '../../../src/pipeline/api.ts'
import { facets, filmsPage } from '../../../src/pipeline/query/index.ts'
import { runOf } from '../../helpers/open-run.ts'

/** The same semantics in a few lines, the slow way, to compare with. */
const GENRES = ['Drama', 'Comedy', 'Sci-Fi', 'Kids & Family']

const film = fc.record({
  year: fc.option(fc.integer({ min: 1990, max: 1996 })),
  imdb_rating: fc.option(fc.integer({ min: 0, max: 20 }).map((half) => half / 2)),
  genres: fc.option(fc.uniqueArray(fc.constantFrom(...GENRES), { maxLength: 3 })),
  box_office_usd: fc.option(fc.integer({ min: 1, max: 9 })),
})
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })
const filters = fc.record({
  from_year: optional(fc.integer({ min: 1989, max: 1997 })),
  to_year: optional(fc.integer({ min: 1989, max: 1997 })),
  min_imdb: optional(fc.integer({ min: 0, max: 20 }).map((half) => half / 2)),
  max_imdb: optional(fc.integer({ min: 0, max: 20 }).map((half) => half / 2)),
  genres: optional(fc.uniqueArray(fc.constantFrom(...GENRES, 'Western'), { maxLength: 3 })),
  include_unknown: optional(fc.boolean()),
}) as fc.Arbitrary<Filters>

type Key = 'years' | 'imdb' | 'genres'

/** true, false, or null for unknown; true for a filter that is not active. */
function verdicts(one: Partial<Film>, by: Filters): Record<Key, boolean | null> {
  const range = (value: number | null | undefined, low?: number, high?: number) => {
    if (low === undefined && high === undefined) return true
    return value == null ? null : value >= (low ?? -Infinity) && value <= (high ?? Infinity)
  }
  const { genres } = one
  const none = !genres || genres.length === 0
  return {
    years: range(one.year, by.from_year, by.to_year),
    imdb: range(one.imdb_rating, by.min_imdb, by.max_imdb),
    genres: !by.genres?.length ? true : none ? null : by.genres.some((genre) => genres.includes(genre)),
  }
}

function passes(one: Partial<Film>, by: Filters, unknown: boolean, without?: Key): boolean {
  const { [without ?? ('' as Key)]: _, ...rest } = verdicts(one, by)
  return Object.values(rest).every((verdict) => verdict ?? unknown)
}

it('pages and facets are what the definitions say, for any films and filters', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(film, { maxLength: 40 }),
      fc.array(filters, { minLength: 5, maxLength: 5 }),
      async (some, each) => {
        const films = some.map((one, n) => ({ ...one, film_id: `f${String(n).padStart(3, '0')}` }))
        const run = await runOf({ films })
        for (const by of each) {
          const unknown = by.include_unknown ?? false
          const expected = films.filter((one) => passes(one, by, unknown))
          const order = expected.toSorted(
            (one, other) => (other.box_office_usd ?? 0) - (one.box_office_usd ?? 0),
          )
          const params = api['films.page'].params.parse({ filters: by, sort: 'box_office_usd:desc' })
          const { total, rows } = await filmsPage(run, params)
          expect(total).toBe(expected.length)
          expect(rows.map((row) => row.film_id)).toEqual(order.map((one) => one.film_id))

          const told = await facets(run, { filters: by })
          const others = (key: Key) => films.filter((one) => passes(one, by, unknown, key))
          const sum = (bins: { n: number }[]) => bins.reduce((all, bin) => all + bin.n, 0)
          expect(told).toMatchObject({ n: expected.length, total: films.length })
          expect(told.unknown).toBe(
            films.filter((one) => passes(one, by, true) && !passes(one, by, false)).length,
          )
          expect(sum(told.years)).toBe(others('years').filter(({ year }) => year !== null).length)
          expect(sum(told.imdb)).toBe(others('imdb').filter(({ imdb_rating }) => imdb_rating !== null).length)
          for (const genre of GENRES)
            expect(told.genres.find((bin) => bin.genre === genre)?.n ?? 0).toBe(
              others('genres').filter(({ genres }) => genres?.includes(genre)).length,
            )
        }
        run.close()
      },
    ),
    { numRuns: 15 },
  )
}, 120_000)
