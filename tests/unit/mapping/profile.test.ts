import { describe, expect, it } from 'vitest'
import { judge } from '../../../src/pipeline/mapping/contents.ts'
import { profileOf } from '../../../src/pipeline/mapping/profile.ts'
import type { Meaning } from '../../../src/pipeline/sources/index.ts'

const column = (...values: string[]) =>
  profileOf(
    values.map((value) => [value]),
    0,
    '',
  )
/** A column of many values, by what makes the n-th one. */
const made = (make: (n: number) => string | number) =>
  column(...Array.from({ length: 60 }, (_, n) => String(make(n))))

it('counts what is known, whatever unknown is called', () => {
  const profile = column('a', '', ' N/A ', '\\N', '#N/A', 'null', 'b\u00a0', 'a')
  expect(profile).toMatchObject({ filled: 3 / 8, values: ['a', 'b', 'a'], distinct: 2 / 3 })
  expect(column('1,234', '5.5', '-3', '1e6', 'x')).toMatchObject({ numeric: 0.8, fractional: 0.25 })
  expect(column('8,3', '1 234 567', '1\u202f234,5', '1.234.567', '1,234')).toMatchObject({
    numbers: [8.3, 1234, 1234.5, 1_234_567, 1_234_567],
  })
  expect(column().filled).toBe(0)
})

it.each([
  [['Drama, Comedy', 'Action', 'Action, War'], 'comma', ['Drama', 'Comedy', 'Action', 'Action', 'War']],
  [['Drama|Comedy', 'Action'], 'bar', ['Drama', 'Comedy', 'Action']],
  [['Drama; Comedy', 'A'], 'semicolon', ['Drama', 'Comedy', 'A']],
  [["['Ann Lee', 'Bo']", '[]'], 'brackets', ['Ann Lee', 'Bo']],
  [['[{"id": 1, "name": "Crime"}]'], 'brackets', ['Crime']],
  [['[28, 12]'], 'brackets', ['28', '12']],
  [['1,234', '12/5'], 'none', ['1,234', '12/5']],
] as const)('splits %j by %s', (values, separator, items) => {
  expect(column(...values)).toMatchObject({ separator, items })
})

describe('values tell', () => {
  const people = ['Steven Spielberg', 'Agnès Varda', 'John Ford', 'Greta Gerwig', 'Michael Mann']
  it.each<[Meaning, (n: number) => string | number]>([
    ['imdb_id', (n) => `tt${1000000 + n * 37}`],
    ['imdb_id', (n) => `http://www.imdb.com/title/tt${1000000 + n}/?ref_=x`],
    ['rt_id', (n) => `m/the_film_${n}`],
    ['rt_id', (n) => `some_film_${1950 + n}`],
    ['year', (n) => 1950 + n],
    ['year', (n) => `19${20 + n}/${21 + n}`],
    ['release_date', (n) => `Dec ${(n % 28) + 1}, 20${10 + (n % 9)}`],
    ['release_date', (n) => `${(n % 28) + 1}/${(n % 12) + 1}/20${10 + (n % 9)}`],
    ['runtime_minutes', (n) => `${80 + n} min`],
    ['runtime_minutes', (n) => 80 + n],
    ['runtime_minutes', (n) => `1 h ${String(n % 60).padStart(2, '0')}`],
    ['runtime_minutes', (n) => `PT1H${n % 60}M${n % 60}S`],
    [
      'release_date',
      (n) => `${(n % 28) + 1} ${['janvier', 'février', 'août', 'décembre'][n % 4]} 20${10 + (n % 9)}`,
    ],
    ['imdb_rating', (n) => (4 + (n % 50) / 10).toFixed(1).replace('.', ',')],
    ['imdb_rating', (n) => `${(4 + (n % 50) / 10).toFixed(1).replace('.', ',')}/10`],
    ['tomato_meter', (n) => `${20 + ((n * 7) % 75)},5 %`],
    ['box_office_usd', (n) => `${n + 1},5 M$`],
    ['box_office_usd', (n) => `${n + 1} 345 678 $`],
    ['score_raw', (n) => ['3,5/5', '4 sur 5', '⭐⭐⭐'][n % 3] as string],
    ['genres', (n) => ['Drama', 'Comedy, Romance', 'Horror, Sci-Fi'][n % 3] as string],
    ['genres', (n) => ['[28, 12]', '[18]', '[35, 10749]'][n % 3] as string],
    ['directors', (n) => people[n % 5] as string],
    ['country', (n) => ['USA', 'France', 'United Kingdom'][n % 3] as string],
    ['language', (n) => ['en', 'fr', 'ja'][n % 3] as string],
    ['imdb_rating', (n) => (4 + (n % 50) / 10).toFixed(1)],
    ['tomato_meter', (n) => 20 + ((n * 7) % 75)],
    ['box_office_usd', (n) => `$${n + 1}.5M`],
    ['box_office_usd', (n) => (n % 10 === 0 ? 700_000_000 + n : 100_000 + n * 4321)],
    ['score_raw', (n) => ['3/5', 'B+', '2.5/4'][n % 3] as string],
    ['review_state', (n) => ['fresh', 'rotten'][n % 2] as string],
    ['title', (n) => `The Return of Part ${n}`],
  ])('%s', (means, make) => expect(judge(made(make), means).score).toBeGreaterThan(0.4))

  it.each<[Meaning, (n: number) => string | number]>([
    ['year', (n) => n * 1000],
    ['imdb_rating', (n) => n * 30],
    ['tomato_meter', (n) => n * 30],
    ['genres', (n) => `word${n}`],
    ['title', (n) => n],
    ['release_date', (n) => n],
    ['box_office_usd', (n) => n],
    ['country', (n) => `Warner ${n}`],
    ['runtime_minutes', () => 'Drama'],
  ])('that it is no %s', (means, make) => expect(judge(made(make), means).score).toBeLessThan(0))

  it('which way days and months stand', () => {
    expect(
      judge(
        made((n) => `${(n % 28) + 1}/02/2010`),
        'release_date',
      ).unit,
    ).toBe('dmy')
    expect(
      judge(
        made((n) => `02/${(n % 28) + 1}/2010`),
        'release_date',
      ).unit,
    ).toBe('mdy')
    expect(
      judge(
        made((n) => `A Film (${1950 + n})`),
        'title',
      ).unit,
    ).toBe('title_year')
  })
})
