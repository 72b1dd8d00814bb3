import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { date } from '../../../src/pipeline/transform/rules/dates.ts'
import { fold, foldName } from '../../../src/pipeline/transform/rules/fold.ts'
import { imdbId, imdbIds, slug, slugOfAddress } from '../../../src/pipeline/transform/rules/ids.ts'
import { language } from '../../../src/pipeline/transform/rules/languages.ts'
import { genres, joinedNames, people } from '../../../src/pipeline/transform/rules/lists.ts'
import { dollars, notation } from '../../../src/pipeline/transform/rules/money.ts'
import { flag, minutes, score, tally, year } from '../../../src/pipeline/transform/rules/numbers.ts'
import { reviewScore, simplified } from '../../../src/pipeline/transform/rules/review-score.ts'
import { isKnown, line, text, token } from '../../../src/pipeline/transform/rules/text.ts'
import { evaluate, type Rule } from './evaluate.ts'

/** As the transform does: the rules take tokens. */
const ofToken = (rule: Rule): Rule[] => [token, rule]
const ofScore = (rule: Rule): Rule[] => [token, simplified, rule]

const cases: Record<string, { rule: Rule | Rule[]; values: [string | null, unknown][] }> = {
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
      ['$ 12,345,678.90', 12_345_679],
      ['12 345 678', 12_345_678],
      ['$1.5 billion', 1_500_000_000],
      ['$40,000,000 (estimated)', 40_000_000],
      ['25 million USD', 25_000_000],
      ['1,131.6', 1132],
      ['£3.1M', null],
      ['CA$5', null],
      ['1.234.567', null],
      ['12,34', null],
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
      ['2h15', 135],
      ['1 hour and 30 minutes', 90],
      ['104 minutes', 104],
      ['2:15', 135],
      ['02:15:00', 135],
      ['PT2H15M', 135],
      ['1h', 60],
      ['90 seconds', null],
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
      ['(1999)', 1999],
      ['2009–', 2009],
      ['12/18/2009', null],
      ['19991', null],
      ['0000', null],
      ['N/A', null],
    ],
  },
  score: {
    rule: ofToken((d, value) => score(d, value, 100)),
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
      ['1 234 567', 1_234_567],
      ['12.', 12],
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
      ['Fri, Dec 18, 2009', '2009-12-18'],
      ['18th of December 2009', '2009-12-18'],
      ['Sept. 5, 2010', '2010-09-05'],
      ['18-Dec-2009', '2009-12-18'],
      ['2009/12/18', '2009-12-18'],
      ['Dec 2009', null],
      ['2009', null],
      ['Marbles 5, 2009', null],
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
      ['Tom &amp; &eacute;l&#233;', 'Tom & élé'],
      ['&quot;&#44;&amp;#44;', '",&#44;'],
      ['&amp&Aacute;', '&ampÁ'],
      ['&nbsp; x &nbsp;', 'x'],
      ['x&#129;y', 'x&#129;y'],
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
      ['Action and Adventure|Science Fiction', ['Action & Adventure', 'Sci-Fi']],
      ['[{"id": 28, "name": "Action"}, {"id": 878, "name": "Science Fiction"}]', ['Action', 'Sci-Fi']],
      ["[{'id': 16, 'name': 'Animation'}]", ['Animation']],
      ['[]', []],
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
      ['[{"name": "Am\\u00e9lie \\"A\\" Poulain", "order": 0}]', ['Amélie "A" Poulain']],
      ['Michel Gondry&#44; Jr.|Ann Lee', ['Michel Gondry, Jr.', 'Ann Lee']],
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
      ['Łódź, Straße & Ærø', 'lodz strasse and aero'],
      ['Æon Flux', 'aeon flux'],
      ['already plain', 'already plain'],
      ['Tom Hanks', 'tom hanks'],
      ['千と千尋の神隠し', '千と千尋の神隠し'],
      ['!!!', '!!!'],
    ],
  },
  'review score, ratio': {
    rule: ofScore((d, value) => reviewScore(d, value).ratio),
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
      ['b plus', 9 / 12],
      ['.5/4', 0.125],
      ['3,5/5', 0.7],
      ['3½/5', 0.7],
      ['3 1/2 out of 4', 0.875],
      ['2 stars out of 4', 0.5],
      ['3/5 stars', 0.6],
      ['★★★½☆', 0.7],
      ['★★★☆☆', 0.6],
      ['85 percent', 0.85],
      ['0/5', 0],
      ['5/5', 1],
      ['★★★½', null],
      ['0/0', null],
      ['3/-5', null],
      ['-1/5', null],
      ['1-5', null],
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
    rule: ofScore((d, value) => reviewScore(d, value).scale),
    values: [
      ['3/5', '/5'],
      ['2.5/4.0', '/4'],
      ['85%', 'percent'],
      ['B+', 'letter'],
      ['7', 'bare'],
      ['6/5', 'above_scale'],
      ['3/0', 'bad_denominator'],
      ['3/-5', 'bad_denominator'],
      ['-1/5', 'below_scale'],
      ['-3', 'below_scale'],
      ['120%', 'above_scale'],
      ['3 stars', 'bare'],
      ['★★★½', 'bare'],
      ['★★★☆☆', '/5'],
      ['Recommended', 'unknown'],
      [null, null],
    ],
  },
  'a score without a scale': {
    rule: ofScore((d, value) => reviewScore(d, value).bare),
    values: [
      ['7', 7],
      ['★★★½', 3.5],
      ['2½ stars', 2.5],
      ['3 3/4', 3.75],
      ['3/5', null],
      ['-3', null],
    ],
  },
  'how money is written': {
    rule: ofToken(notation),
    values: [
      ['652000000', 'full'],
      ['$425,000,000', 'full'],
      ['415000000.0', 'full_point'],
      ['1,131.6', 'small_point'],
      ['513.9', 'small_point'],
      ['12', null],
      ['$38.5M', null],
    ],
  },
  'IMDb id': {
    rule: ofToken((d, value) => imdbId(d, value)),
    values: [
      ['tt0111161', 'tt0111161'],
      ['TT420238', 'tt0420238'],
      ['tt00293564', 'tt0293564'],
      ['tt10872600', 'tt10872600'],
      ['http://www.imdb.com/title/tt0499549/?ref_=fn_tt_tt_1', 'tt0499549'],
      ['0111161', null],
      ['nm0000123', null],
    ],
  },
  'IMDb number': {
    rule: ofToken((d, value) => imdbId(d, value, true)),
    values: [
      ['0111161', 'tt0111161'],
      ['111161', 'tt0111161'],
      ['tt0111161', 'tt0111161'],
      ['x', null],
    ],
  },
  'IMDb ids': {
    rule: ofToken(imdbIds),
    values: [
      ['tt0019217|tt0018253', ['tt0019217', 'tt0018253']],
      ['', []],
    ],
  },
  slug: {
    rule: slug,
    values: [
      ['the_fly_1986', 'the_fly_1986'],
      ['m/1000013-12_angry_men', '1000013-12_angry_men'],
      ['https://www.rottentomatoes.com/m/the_fly_1986/reviews', 'the_fly_1986'],
      ['dr_m/c', 'dr_m/c'],
    ],
  },
  'slug of an address': {
    rule: ofToken(slugOfAddress),
    values: [
      ['http://www.rottentomatoes.com/m/the_fly_1986/', 'the_fly_1986'],
      ['the_fly_1986', null],
    ],
  },
  language: {
    rule: language,
    values: [
      ['en', 'English'],
      ['FR', 'French'],
      ['xx', ''],
      ['English, French', 'English, French'],
      ['English (United Kingdom)', 'English (United Kingdom)'],
    ],
  },
  countries: {
    rule: joinedNames,
    values: [
      ['USA, France', 'USA, France'],
      [
        '[{"iso_3166_1": "US", "name": "United States of America"}, {"name": "France"}]',
        'United States of America, France',
      ],
      ['[]', ''],
    ],
  },
  'name of a person': {
    rule: foldName,
    values: [
      ['J. J. Abrams', 'jj abrams'],
      ['J.J. Abrams', 'jj abrams'],
      ['JJ Abrams', 'jj abrams'],
      ['J. R. R. Tolkien', 'jrr tolkien'],
      ['Robert Downey, Jr.', 'robert downey jr'],
      ['Robert Downey Junior', 'robert downey jr'],
      ['Robert Downey', 'robert downey'],
      ['Pedro Almodóvar', 'pedro almodovar'],
      ['W. Somerset Maugham', 'w somerset maugham'],
    ],
  },
}

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
