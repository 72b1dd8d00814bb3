import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { date } from '../../../src/pipeline/transform/rules/dates.ts'
import { fold } from '../../../src/pipeline/transform/rules/fold.ts'
import { genres, people } from '../../../src/pipeline/transform/rules/lists.ts'
import { dollars } from '../../../src/pipeline/transform/rules/money.ts'
import { score } from '../../../src/pipeline/transform/rules/numbers.ts'
import { decodedFirst } from '../../../src/pipeline/transform/rules/references.ts'
import { reviewScore } from '../../../src/pipeline/transform/rules/review-score.ts'
import { minutes } from '../../../src/pipeline/transform/rules/running-times.ts'
import { text } from '../../../src/pipeline/transform/rules/text.ts'
import { evaluate, type Rule } from './evaluate.ts'
import { cases, ofScore, ofToken } from './rule-cases.ts'

it.each([
  ['18/12/2009', 'dmy', '2009-12-18'],
  ['12/18/2009', 'mdy', '2009-12-18'],
  ['1.2.2009', 'dmy', '2009-02-01'],
  ['12/18/2009', 'dmy', null],
  ['2009-12-18', 'mdy', '2009-12-18'],
])('the date %s in the order %s is %s', async (value, order, expected) => {
  expect(
    await evaluate(
      ofToken((d, token) => date(d, token, order)),
      value,
    ),
  ).toBe(expected)
})

it.each([
  ['38.5', (d, value) => dollars(d, value, 1e6), 38_500_000],
  ['$38.5M', (d, value) => dollars(d, value, 1e3), 38_500_000],
  ['38', (d, value) => dollars(d, value, 1e3), 38_000],
  ['1.5', (d, value) => minutes(d, value, 60), 90],
  ['5400', (d, value) => minutes(d, value, 1 / 60), 90],
  ['7.5', (d, value) => score(d, value, 100, 10), 75],
  ['11', (d, value) => score(d, value, 100, 10), null],
  ['75%', (d, value) => score(d, value, 10, 0.1), 7.5],
] as [string, Rule, unknown][])('%s in the unit of its source', async (value, rule, expected) => {
  expect(await evaluate(ofToken(rule), value)).toBe(expected)
})

it('tells genres of TMDB by their numbers', async () => {
  expect(await evaluate((d, value) => genres(d, value, 'tmdb_ids'), '[12, 878, 1]')).toEqual([
    'Adventure',
    'Sci-Fi',
  ])
})

it.each([
  ['comma', "O'Brien, Conan|X", ["O'Brien", 'Conan|X']],
  ['bar', 'Ann, Bo|Cy', ['Ann, Bo', 'Cy']],
  ['semicolon', 'Ann; Bo', ['Ann', 'Bo']],
  ['slash', 'Ann/Bo', ['Ann', 'Bo']],
])('separates a list by %s when its source says so', async (form, value, expected) => {
  expect(await evaluate((d, raw) => people(d, raw, form), value)).toEqual(expected)
})

describe.each(Object.entries(cases))('%s', (_, { rule, values }) => {
  test.each(values)('%j is %j', async (value, expected) => {
    const result = await evaluate(rule, value)
    if (typeof expected === 'number') expect(result).toBeCloseTo(expected, 12)
    else expect(result).toEqual(expected)
  })
})

it('orders letters: A+ over A over A−, and so on down to F', async () => {
  const letters = ['A+', 'A', 'A-', 'B+', 'B', 'B-', 'C+', 'C', 'C-', 'D+', 'D', 'D-', 'F']
  const ratios = await Promise.all(
    letters.map((letter) =>
      evaluate(
        ofScore((d, value) => reviewScore(d, value).ratio),
        letter,
      ),
    ),
  )
  expect(ratios).toEqual([...ratios].map(Number).sort((one, other) => other - one))
  expect(new Set(ratios).size).toBe(letters.length)
})

it('never fails, and never leaves [0, 1], whatever a critic writes', async () => {
  const written = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[0-9A-F./% +½★☆-]{0,12}$/u))
  await fc.assert(
    fc.asyncProperty(written, async (value) => {
      const ratio = await evaluate(
        ofScore((d, column) => reviewScore(d, column).ratio),
        value.replaceAll('\0', ''),
      )
      if (ratio !== null) {
        expect(ratio).toBeGreaterThanOrEqual(0)
        expect(ratio).toBeLessThanOrEqual(1)
      }
    }),
    { numRuns: 300 },
  )
})

it('decodes a text alike whether its frequent references go first or not', async () => {
  const parts = [
    '&',
    'amp;',
    '#44;',
    '#8217;',
    'apos;',
    'nbsp;',
    '&quot;',
    '&eacute;',
    '#x2c;',
    '#',
    ';',
    'a',
    ' ',
    '44',
  ]
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...parts), { maxLength: 12 }), async (texts) => {
      const value = texts.join('')
      expect(await evaluate([decodedFirst, text], value)).toEqual(await evaluate(text, value))
    }),
    { numRuns: 200 },
  )
})

it.each(
  Object.entries({
    text,
    dollars: ofToken(dollars),
    minutes: ofToken(minutes),
    date: ofToken(date),
    people,
    fold,
  }),
)('%s takes any text', async (_, rule) => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' })),
      async (value) => {
        await expect(evaluate(rule, value.replaceAll('\0', ''))).resolves.toBeDefined()
      },
    ),
    { numRuns: 150 },
  )
})
