import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { Dialect } from '../../../src/pipeline/transform/index.ts'
import { date } from '../../../src/pipeline/transform/rules/dates.ts'
import { fold } from '../../../src/pipeline/transform/rules/fold.ts'
import { genres, people } from '../../../src/pipeline/transform/rules/lists.ts'
import { dollars, flag, minutes, score, tally, year } from '../../../src/pipeline/transform/rules/numbers.ts'
import { reviewScore } from '../../../src/pipeline/transform/rules/review-score.ts'
import { isKnown, line, text, token } from '../../../src/pipeline/transform/rules/text.ts'
import { evaluate } from './evaluate.ts'

type Rule = (d: Dialect, value: string) => string
/** As the transform does: the rules take tokens. */
const ofToken =
  (rule: Rule): Rule =>
  (d, value) =>
    rule(d, token(d, value))

const cases: Record<string, { rule: Rule; values: [string | null, unknown][] }> = {
  dollars: {
    rule: ofToken(dollars),
    values: [
      ['$38.5M', 38_500_000],
      ['$376.0M', 376_000_000],
      ['$425,000,000', 425_000_000],
      [' $1.1B ', 1_100_000_000],
      ['1.2b', 1_200_000_000],
      ['$900K', 900_000],
      ['USD 3 million', 3_000_000],
      ['US$12', 12],
      ['12.4', 12],
      ['0', null],
      ['$0', null],
      ['€10M', null],
      ['-5', null],
      ['N/A', null],
      ['', null],
      [null, null],
      ['lots', null],
    ],
  },
  minutes: {
    rule: ofToken(minutes),
    values: [
      ['135 min', 135],
      ['156.0', 156],
      ['2h 15m', 135],
      ['2 h 15 min', 135],
      ['1 hr 5 min', 65],
      ['2h', 120],
      ['1 hour 30 minutes', 90],
      ['0', null],
      ['0 min', null],
      ['N/A', null],
      ['abc', null],
      ['', null],
    ],
  },
  year: {
    rule: ofToken(year),
    values: [
      ['1999', 1999],
      ['1999–2001', 1999],
      ['2009-', 2009],
      ['1927/28', 1927],
      ['1999.0', 1999],
      ['19991', null],
      ['0000', null],
      ['N/A', null],
    ],
  },
  score: {
    rule: ofToken((d, value) => score(d, value, 0, 100)),
    values: [
      ['93.0', 93],
      ['0', 0],
      ['85%', 85],
      ['100', 100],
      ['101', null],
      ['-1', null],
      ['N/A', null],
      ['8,1', null],
      ['1e2', null],
    ],
  },
  tally: {
    rule: ofToken(tally),
    values: [
      ['1,234,567', 1_234_567],
      ['12', 12],
      ['12.0', 12],
      ['0', null],
      ['N/A', null],
      ['12.5', null],
    ],
  },
  flag: {
    rule: ofToken((_, value) => flag(value)),
    values: [
      ['True', true],
      ['FALSE', false],
      ['1', true],
      ['no', false],
      ['maybe', null],
      ['', null],
    ],
  },
  date: {
    rule: ofToken(date),
    values: [
      ['2009-12-18', '2009-12-18'],
      ['2009-12-18T10:00:00Z', '2009-12-18'],
      ['2009-12-18 10:00', '2009-12-18'],
      ['Dec 18, 2009', '2009-12-18'],
      ['November 10, 2018', '2018-11-10'],
      ['18 Dec 2009', '2009-12-18'],
      ['7 Aug 1998', '1998-08-07'],
      ['2021-02-30', null],
      ['Smarch 1, 2020', null],
      ['31/12/2020', null],
      ['', null],
    ],
  },
  text: {
    rule: text,
    values: [
      ['Rudd&#8217;s charm&#44; again', 'Rudd’s charm, again'],
      ['Tom &amp; Jerry', 'Tom & Jerry'],
      ['&lt;b&gt;', '<b>'],
      ['&amp;lt;', '&lt;'],
      ['&#x27;hi&#X27;', "'hi'"],
      ['it&#146;s', 'it’s'],
      ['caf&eacute;', 'café'],
      ['AT&T; R&D', 'AT&T; R&D'],
      ['&#55296;&#0;&#99999999;', '&#55296;&#0;&#99999999;'],
      ['&bogus; &', '&bogus; &'],
      ['cafe\u0301', 'café'],
      ['Avatar\u00a0', 'Avatar'],
      ['\ufeff two\nlines \u200b', 'two\nlines'],
      [null, null],
    ],
  },
  line: { rule: line, values: [['  Two\n  lines\u00a0here ', 'Two lines here']] },
  known: {
    rule: isKnown,
    values: [
      ['N/A', false],
      ['n/a', false],
      ['\\N', false],
      ['#N/A', false],
      ['', false],
      ['None', true],
      [null, null],
    ],
  },
  genres: {
    rule: genres,
    values: [
      ['Action, Mystery & thriller', ['Action', 'Mystery & Thriller']],
      ['Sci-fi,  Drama', ['Sci-Fi', 'Drama']],
      ["['Comedy', 'Kids & family']", ['Comedy', 'Kids & Family']],
      ['Action|Drama', ['Action', 'Drama']],
      ['N/A', []],
      ['', []],
      [null, null],
    ],
  },
  people: {
    rule: people,
    values: [
      ['Emily Carmichael,Colin Trevorrow', ['Emily Carmichael', 'Colin Trevorrow']],
      ['Sammy Davis, Jr., Ann Lee', ['Sammy Davis Jr.', 'Ann Lee']],
      ['Ann Lee (screenplay), Bo (story) ', ['Ann Lee', 'Bo']],
      [`['Anne "A" Lee', "Conan O'Brien", 'It\\'s']`, ['Anne "A" Lee', "Conan O'Brien", "It's"]],
      [', ,', []],
    ],
  },
  fold: {
    rule: fold,
    values: [
      ['Amélie', 'amelie'],
      ['Fast & Furious', 'fast and furious'],
      ["Schindler's List", 'schindlers list'],
      ['Spider-Man:  No Way Home', 'spider man no way home'],
      ['WALL·E', 'wall e'],
      ['千と千尋の神隠し', '千と千尋の神隠し'],
      ['!!!', '!!!'],
    ],
  },
  'review score, ratio': {
    rule: ofToken((d, value) => reviewScore(d, value).ratio),
    values: [
      ['3/5', 0.6],
      ['2.5/4.0', 0.625],
      ['1.5 of 4', 0.375],
      ['3 out of 5', 0.6],
      ['85/100', 0.85],
      ['85%', 0.85],
      ['A+', 1],
      ['F', 0],
      ['B−', 7 / 12],
      ['7', null],
      ['6/5', null],
      ['3/0', null],
      ['120%', null],
      ['Recommended', null],
      ['', null],
      [null, null],
    ],
  },
  'review score, scale': {
    rule: ofToken((d, value) => reviewScore(d, value).scale),
    values: [
      ['3/5', '/5'],
      ['2.5/4.0', '/4'],
      ['85%', 'percent'],
      ['B+', 'letter'],
      ['7', 'bare'],
      ['6/5', 'invalid'],
      ['3/0', 'invalid'],
      ['120%', 'invalid'],
      ['Recommended', 'unknown'],
      [null, null],
    ],
  },
}

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
    letters.map((letter) => evaluate((d, value) => reviewScore(d, token(d, value)).ratio, letter)),
  )
  expect(ratios).toEqual([...ratios].map(Number).sort((one, other) => other - one))
  expect(new Set(ratios).size).toBe(letters.length)
})

it('never fails, and never leaves [0, 1], whatever a critic writes', async () => {
  const written = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[0-9A-F./% +-]{0,12}$/))
  await fc.assert(
    fc.asyncProperty(written, async (value) => {
      const ratio = await evaluate(
        (d, column) => reviewScore(d, token(d, column)).ratio,
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
