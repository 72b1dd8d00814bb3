import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { figures, filmsOf, goldPairs } from '../../bench/matching/measure.ts'
import type { Film } from '../../src/pipeline/api.ts'
import { list, openDuck } from '../../src/pipeline/duck/index.ts'
import { tempLake } from '../helpers/lake.ts'
import { lakeOf, published, run } from '../helpers/run.ts'
import { sharedData } from '../helpers/shared-data.ts'

/** A film as a site tells of it; what is left out is unknown. */
interface Told {
  id: string
  title: string
  year?: number
  minutes?: number
  director?: string
  actors?: string
  original?: string
  votes?: number
  streaming?: string
}

const quoted = (values: unknown[]) => values.map((value) => `"${value ?? ''}"`).join(',')

function rtFile(films: readonly Told[]): string {
  const header =
    'rotten_tomatoes_link,movie_title,original_release_date,streaming_release_date,runtime,directors,actors,tomatometer_rating'
  const rows = films.map(({ id, title, year, streaming, minutes, director, actors }) =>
    quoted([`m/${id}`, title, year && `${year}-06-01`, streaming, minutes, director, actors, 50]),
  )
  return `${[header, ...rows].join('\n')}\n`
}

function imdbFile(films: readonly Told[]): string {
  const header = 'Title,Year,imdbRating,imdbID,Runtime,Director,Actors,imdbVotes'
  const rows = films.map(({ id, title, year, minutes, director, actors, votes }) =>
    quoted([title, year, 7, id, minutes && `${minutes} min`, director, actors, votes]),
  )
  return `${[header, ...rows].join('\n')}\n`
}

/** IMDb's own table, which has original titles and no people. */
function basicsFile(films: readonly Told[]): string {
  const rows = films.map(({ id, title, original, year, minutes }) =>
    [id, title, original ?? title, year ?? '\\N', minutes ?? '\\N'].join('\t'),
  )
  return `${['tconst\tprimaryTitle\toriginalTitle\tstartYear\truntimeMinutes', ...rows].join('\n')}\n`
}

async function matched(files: Record<string, string>) {
  const layout = await lakeOf(files)
  const { run_id } = await run(layout)
  const films = await published<Film>(layout, 'films')
  const pairs = films
    .filter((film) => film.rt_id && film.imdb_id)
    .map(({ rt_id, imdb_id }) => [rt_id, imdb_id])
  const duck = await openDuck({ threads: 1 })
  const ambiguous = await duck.query('SELECT * FROM read_parquet($1) ORDER BY film, candidate', [
    list([join(layout.runs, run_id, 'ambiguous.parquet')]),
  ])
  duck.close()
  return { films, pairs: Object.fromEntries(pairs), ambiguous }
}

const TITLES: [what: string, rt: string, imdb: string, same: boolean][] = [
  ['case, accents and punctuation', 'Amelie', 'Amélie!', true],
  ['transliterated letters', 'Strasse nach Lodz', 'Straße nach Łódź', true],
  ['letters written as two', 'Baron Muenchhausen', 'Baron Münchhausen', true],
  ['letters written as two, in the other file', 'Aalesund og Blåbær', 'Ålesund og Blaabaer', true],
  ['letters without their accent', 'Alesund og Blabaer', 'Ålesund og Blåbær', true],
  ['Cyrillic letters', 'Nochnoy dozor', 'Ночной дозор', true],
  ['Greek letters', 'Alexis Zormpas', 'Αλέξης Ζορμπάς', true],
  ['an article', 'The Matador', 'Matador', true],
  ['an article that a list puts last', 'Matador, The', 'The Matador', true],
  ['a French article', 'Le Samouraï', 'Samourai', true],
  ['& and “and”', 'Lilo & Stitch', 'Lilo and Stitch', true],
  ['roman and arabic numerals', 'Rocky II', 'Rocky 2', true],
  ['number words', 'Ocean’s Eleven', "Ocean's 11", true],
  ['“part” before a number', 'The Hangover Part II', 'The Hangover 2', true],
  ['spaces', 'Run Fat Boy Run', 'Run, Fatboy, Run', true],
  ['a year in parentheses', 'Cinderella (2015)', 'Cinderella', true],
  [
    'another title in parentheses',
    'Arthur and the Invisibles (Arthur and the Minimoys)',
    'Arthur and the Minimoys',
    true,
  ],
  ['a slash between two titles', 'The Harvest / La Cosecha', 'La Cosecha', true],
  ['“3D” at the end', 'Dredd 3D', 'Dredd', true],
  ['another sequel', 'Rocky II', 'Rocky III', false],
  ['the film and its sequel', 'Rocky', 'Rocky II', false],
  ['another volume', 'Kill Bill: Vol. 1', 'Kill Bill: Vol. 2', false],
  ['a title that only holds the other', 'The Last Airbender', 'Airbender', false],
]

describe('titles', () => {
  test.each(TITLES)('%s: %s and %s', async (_, rt, imdb, same) => {
    const { pairs } = await matched({
      'rt.csv': rtFile([{ id: 'it', title: rt, year: 2010, minutes: 100 }]),
      'imdb.tsv': basicsFile([{ id: 'tt0000001', title: imdb, year: 2010, minutes: 100 }]),
    })
    expect(pairs).toEqual(same ? { it: 'tt0000001' } : {})
  })

  it('the original title, when the film goes by another', async () => {
    const { pairs } = await matched({
      'rt.csv': rtFile([{ id: 'les_7_jours', title: 'Les 7 jours du talion', year: 2010, minutes: 105 }]),
      'imdb.tsv': basicsFile([
        { id: 'tt0445054', title: '7 Days', original: 'Les 7 jours du talion', year: 2010, minutes: 105 },
      ]),
    })
    expect(pairs).toEqual({ les_7_jours: 'tt0445054' })
  })

  it('a part of a title or a letter or two, when who made the film tells', async () => {
    const wise = { year: 2009, minutes: 96, director: 'Robert Zemeckis' }
    const cameron = { year: 1991, minutes: 137, director: 'James Cameron' }
    const { pairs } = await matched({
      'rt.csv': rtFile([
        { id: 'carol', title: "Disney's A Christmas Carol", ...wise },
        { id: 't2', title: 'Terminator 2: Judgement Day', ...cameron },
      ]),
      'imdb.csv': imdbFile([
        { id: 'tt1067106', title: 'A Christmas Carol', ...wise },
        { id: 'tt0103064', title: 'Terminator 2: Judgment Day', ...cameron },
      ]),
    })
    expect(pairs).toEqual({ carol: 'tt1067106', t2: 'tt0103064' })
  })

  it('no title in common, when director, actors, year and length agree', async () => {
    const ozon = {
      year: 2002,
      minutes: 111,
      director: 'François Ozon',
      actors: 'Catherine Deneuve, Isabelle Huppert',
    }
    const { pairs } = await matched({
      'rt.csv': rtFile([{ id: '8_women', title: '8 Women', ...ozon }]),
      'imdb.csv': imdbFile([{ id: 'tt0283832', title: '8 femmes', ...ozon, director: 'Francois Ozon' }]),
    })
    expect(pairs).toEqual({ '8_women': 'tt0283832' })
  })
})

describe('sequels and series', () => {
  it('of one director, year and length, parts are kept apart, and so are films of other titles', async () => {
    const soderbergh = { year: 2008, minutes: 135, director: 'Steven Soderbergh', votes: 40_000 }
    const boll = { year: 2005, minutes: 90, director: 'Uwe Boll', votes: 40_000 }
    const cast = 'Benicio Del Toro, Franka Potente'
    const { pairs } = await matched({
      'rt.csv': rtFile([
        { id: 'che_one', title: 'Che: Part One', actors: cast, ...soderbergh },
        { id: 'haunted', title: 'The Haunted Kitchen', ...boll },
      ]),
      'imdb.csv': imdbFile([
        { id: 'tt0374569', title: 'Che: Part Two', actors: cast, ...soderbergh },
        { id: 'tt0383222', title: 'BloodRayne', ...boll },
      ]),
    })
    expect(pairs).toEqual({})
  })

  it('a file that rates other films only says nothing of these', async () => {
    const films = ['Spartacus', 'Rear Window', 'The Apartment', 'Vertigo']
    const { pairs } = await matched({
      'rt.csv': rtFile(films.map((title, n) => ({ id: `f${n}`, title, year: 1960 - n }))),
      'imdb.csv': basicsFile(films.map((title, n) => ({ id: `tt000000${n}`, title, year: 1960 - n }))),
      'ratings.csv': 'tconst,averageRating,numVotes\ntt9999999,5.0,10\n',
    })
    expect(pairs).toEqual({ f0: 'tt0000000', f1: 'tt0000001', f2: 'tt0000002', f3: 'tt0000003' })
  })

  it('a series or a game of IMDb is no film', async () => {
    const header = 'Type,Title,Year,imdbRating,imdbID'
    const { pairs, films } = await matched({
      'rt.csv': rtFile([{ id: 'breaking', title: 'Breaking Bad', year: 2008 }]),
      'imdb.csv': `${header}\nseries,Breaking Bad,2008–2013,9.5,tt0903747\ngame,Mass Effect,2007,9,tt1073664\n`,
    })
    expect(pairs).toEqual({})
    expect(films.map(({ title }) => title)).toEqual(['Breaking Bad'])
  })
})

describe('remakes and namesakes', () => {
  const two = (year: number) => ({ title: 'The Fly', year })
  it('each to its year', async () => {
    const { pairs } = await matched({
      'rt.csv': rtFile([
        { id: 'fly', ...two(1958), minutes: 94 },
        { id: 'fly_1986', ...two(1986), minutes: 96 },
      ]),
      'imdb.csv': imdbFile([
        { id: 'tt0091064', ...two(1986), minutes: 96 },
        { id: 'tt0051622', ...two(1958), minutes: 94 },
      ]),
    })
    expect(pairs).toEqual({ fly: 'tt0051622', fly_1986: 'tt0091064' })
  })

  it('a remake is not taken for the film that is missing', async () => {
    const { pairs } = await matched({
      'rt.csv': rtFile([
        { id: 'fly', ...two(1958), minutes: 94, director: 'Kurt Neumann' },
        { id: 'undated', title: 'The Fly', minutes: 95, streaming: '1999-01-01' },
      ]),
      'imdb.csv': imdbFile([{ id: 'tt0091064', ...two(1986), minutes: 96, director: 'David Cronenberg' }]),
    })
    expect(pairs).toEqual({})
  })

  it('of two of one title and year, the people tell', async () => {
    const { pairs } = await matched({
      'rt.csv': rtFile([
        { id: 'frozen', title: 'Frozen', year: 2010, minutes: 93, director: 'Adam Green' },
        { id: 'frozen_b', title: 'Frozen', year: 2010, minutes: 92, director: 'Derek Kwok' },
      ]),
      'imdb.csv': imdbFile([
        { id: 'tt1611845', title: 'Frozen', year: 2010, minutes: 92, director: 'Derek Kwok' },
        { id: 'tt1323045', title: 'Frozen', year: 2010, minutes: 93, director: 'Adam Green' },
      ]),
    })
    expect(pairs).toEqual({ frozen: 'tt1323045', frozen_b: 'tt1611845' })
  })

  it('names of people written otherwise are the same people', async () => {
    const names = [
      ['Eric Canuel', 'Erik Canuel'],
      ['Wong Kar-wai', 'Kar Wai Wong'],
      ['Brian DePalma', 'Brian De Palma'],
      ['Marc Schölermann', 'Marc Schoelermann, Marc Scholermann'],
      ['John Stalberg, Jr.', 'John Stalberg Jr.'],
    ]
    // Four years apart: without the director, none would be taken.
    const { pairs } = await matched({
      'rt.csv': rtFile(
        names.map(([director = ''], index) => ({
          id: `f${index}`,
          title: `Name of film ${index}`,
          year: 2014,
          minutes: 100,
          director,
        })),
      ),
      'imdb.csv': imdbFile(
        names.map(([, director = ''], index) => ({
          id: `tt000000${index}`,
          title: `Name of film ${index}`,
          year: 2010,
          minutes: 100,
          director,
        })),
      ),
    })
    expect(Object.keys(pairs)).toEqual(['f0', 'f1', 'f2', 'f3', 'f4'])
  })

  it('nobody in common of a long cast tells two films apart, of one or two names it does not', async () => {
    const film = { title: 'A Quiet Summer', year: 2009, minutes: 96 }
    const cast = 'Ann Lee, Bo Li, Cy Twombly'
    const pairs = async (actors: string) =>
      (
        await matched({
          'rt.csv': rtFile([{ id: 'summer', ...film, actors }]),
          'imdb.csv': imdbFile([{ id: 'tt0000001', ...film, minutes: 104, actors: cast }]),
        })
      ).pairs
    expect(await pairs('Dan Roe')).toEqual({ summer: 'tt0000001' })
    expect(await pairs('Dan Roe, Eva May, Flo Rye')).toEqual({})
  })

  describe('of one title, but by other directors', () => {
    // Names that are in nobody's way: most films of both sites have their counterpart, which speaks for a pair.
    const others = Array.from({ length: 30 }, (_, n) => ({
      title: `Film number ${n} of them`,
      year: 2010,
      minutes: 100,
    }))
    const both = (rt: Partial<Told>, imdb: Partial<Told>) =>
      matched({
        'rt.csv': rtFile([
          { id: 'it', title: 'The Long Winter', year: 2010, minutes: 100, director: 'Ann Lee', ...rt },
          ...others.map((film, n) => ({ id: `o${n}`, ...film })),
        ]),
        'imdb.csv': imdbFile([
          {
            id: 'tt0000001',
            title: 'The Long Winter',
            year: 2009,
            minutes: 110,
            director: 'Bo Ek',
            votes: 90_000,
            ...imdb,
          },
          ...others.map((film, n) => ({ id: `tt00001${n + 10}`, votes: 90_000, ...film })),
        ]),
      })

    it('title and year alone make no pair; it is listed', async () => {
      const { pairs, ambiguous } = await both({}, {})
      expect(pairs.it).toBeUndefined()
      expect(ambiguous).toMatchObject([
        { film: 'it', candidate: 'tt0000001', reason: 'other_people', year: 2010, candidate_year: 2009 },
      ])
      expect((await both({ year: 2009, minutes: 101 }, { minutes: 100 })).pairs.it).toBeUndefined()
    })

    it.each<[string, Partial<Told>, Partial<Told>]>([
      ['the same people otherwise written', { director: 'Bo Ek, Jr.' }, {}],
      ['one of a family', { director: 'Kim Ek' }, {}],
      ['the same length to the minute', { minutes: 110 }, {}],
      ['the same actors', { actors: 'Cy Roe, Di Poe, Ed Moe' }, { actors: 'Cy Roe, Di Poe' }],
      ['a director that one site does not know', { director: '' }, {}],
    ])('%s make one', async (_, rt, imdb) => {
      expect((await both(rt, imdb)).pairs.it).toBe('tt0000001')
    })

    it('a whole cast of others makes none either', async () => {
      const cast = 'Al Ash, Bea Birch, Cas Cedar, Dee Drift, Eli Elm, Fay Fir, Gus Gum, Hal Holm'
      const { pairs } = await both(
        { director: '', actors: cast },
        { actors: 'Ida Ivy, Jo Juniper, Kit Kelp' },
      )
      expect(pairs.it).toBeUndefined()
    })
  })

  it('the year of an award is that of the film or one later', async () => {
    const oscars =
      'Ceremony\tYear\tClass\tCanonicalCategory\tCategory\tFilm\tFilmId\tName\tNominees\tNomineeIds\tWinner\tDetail\tNote\tCitation\n'
    const { pairs } = await matched({
      'rt.csv': rtFile([{ id: 'rib', title: 'The Rib of Adam', year: 1949, minutes: 101 }]),
      'oscars.tsv': `${oscars}23\t1950\tWriting\tWRITING\tWRITING\tThe Rib of Adam\ttt0041090\t\t\t\t\t\t\t\n`,
    })
    expect(pairs).toEqual({ rib: 'tt0041090' })
  })

  it('an article, a year and two minutes are one difference too many', async () => {
    const { pairs } = await matched({
      'rt.csv': rtFile([{ id: 'ride', title: 'Last Ride', year: 2012, minutes: 100 }]),
      'imdb.csv': imdbFile([
        { id: 'tt0000001', title: 'The Last Ride', year: 2011, minutes: 102, votes: 742 },
      ]),
    })
    expect(pairs).toEqual({})
  })

  it('where several fit as well, none is guessed, and they are listed', async () => {
    const { pairs, ambiguous } = await matched({
      'rt.csv': rtFile([{ id: 'alone', title: 'Alone', year: 2015, minutes: 90 }]),
      'imdb.csv': imdbFile([
        { id: 'tt0000001', title: 'Alone', year: 2015, minutes: 90 },
        { id: 'tt0000002', title: 'Alone', year: 2015, minutes: 90 },
      ]),
    })
    expect(pairs).toEqual({})
    expect(ambiguous).toMatchObject([
      {
        source: 'rt_id',
        film: 'alone',
        candidate: 'tt0000001',
        title: 'Alone',
        candidate_year: 2015,
        reason: 'several_candidates',
      },
      { candidate: 'tt0000002' },
    ])
  })

  it('what is paired stands in nobody’s way: the other of two is found by it', async () => {
    const { pairs } = await matched({
      'rt.csv': rtFile([
        { id: 'a', title: 'Pinocchio', year: 2022, minutes: 100 },
        { id: 'b', title: 'Pinocchio', year: 2022, minutes: 117, director: 'Guillermo del Toro' },
      ]),
      'imdb.csv': imdbFile([
        { id: 'tt0000001', title: 'Pinocchio', year: 2022 },
        { id: 'tt0000002', title: 'Pinocchio', year: 2022, minutes: 117, director: 'Guillermo Del Toro' },
      ]),
    })
    expect(pairs).toEqual({ a: 'tt0000001', b: 'tt0000002' })
  })
})

describe('addresses', () => {
  it('a page that IMDb names, or an IMDb id that a source of Rotten Tomatoes has', async () => {
    const { films } = await matched({
      'm.csv': 'id,title,audienceScore,tomatoMeter\nsome_slug,Quite another title,1,2\n',
      'i.csv':
        'Title,Year,imdbRating,imdbID,tomatoURL\nThe film,1999,7,tt0000001,https://www.rottentomatoes.com/m/Some_Slug/\n',
    })
    expect(films).toMatchObject([
      { film_id: 'tt0000001', rt_id: 'some_slug', match_method: 'url', match_score: 1 },
    ])
  })

  it('two records that name one page are not guessed about', async () => {
    const { films } = await matched({
      'm.csv': 'id,title,audienceScore,tomatoMeter\nslug,The film,1,2\n',
      'i.csv': `Title,Year,imdbRating,imdbID,tomatoURL\nOne,1999,7,tt0000001,https://www.rottentomatoes.com/m/slug/
Two,2005,7,tt0000002,https://www.rottentomatoes.com/m/slug/\n`,
    })
    expect(films.map((film) => film.match_method)).toEqual(['none', 'none', 'none'])
  })
})

it('is one to one, and the same whatever the order of the records', async () => {
  const title = fc.constantFrom(
    'Home',
    'The Home',
    'Home 2',
    'Home II',
    'Alone',
    'Home Alone',
    'Alone: Part 2',
  )
  const film = fc.record({
    title,
    year: fc.option(fc.integer({ min: 2009, max: 2012 }), { nil: undefined }),
    minutes: fc.option(fc.constantFrom(90, 91, 100, 130), { nil: undefined }),
    director: fc.option(fc.constantFrom('Ann Lee', 'Bo Li', 'Ann Lee, Bo Li'), { nil: undefined }),
  })
  await fc.assert(
    fc.asyncProperty(
      fc.array(film, { minLength: 1, maxLength: 8 }),
      fc.array(film, { minLength: 1, maxLength: 8 }),
      async (left, right) => {
        const rt = left.map((each, index) => ({ id: `f${index}`, ...each }) as Told)
        const imdb = right.map((each, index) => ({ id: `tt000000${index}`, ...each }) as Told)
        const once = await matched({ 'rt.csv': rtFile(rt), 'imdb.csv': imdbFile(imdb) })
        const again = await matched({
          'imdb.csv': imdbFile(imdb.toReversed()),
          'rt.csv': rtFile(rt.toReversed()),
        })
        expect(again.pairs).toEqual(once.pairs)
        const found = Object.values(once.pairs)
        expect(new Set(found).size).toBe(found.length)
        expect(once.films).toHaveLength(rt.length + imdb.length - found.length)
        for (const { match_score } of once.films)
          if (match_score !== null) expect(match_score > 0 && match_score < 1).toBe(true)
      },
    ),
    { numRuns: 8 },
  )
}, 120_000)

it('the pairs known to be true are found, and hardly any other', async () => {
  const files = [
    'stefanoleone/rotten_tomatoes_movies.csv.gz',
    'imdb5000/movie_metadata.csv.gz',
    'flatiron/imdb.title.basics.csv.gz',
    'flatiron/imdb.title.ratings.csv.gz',
  ]
  const films = await filmsOf(
    files.map((file) => sharedData(file)),
    join(await tempLake(), 'lake'),
  )
  const result = figures(films, await goldPairs(sharedData('gold/rt_imdb.csv')))
  expect(result.possible).toBe(160)
  // One pair of the 160 is in doubt itself: IMDb has that film twice.
  expect(result.recall).toBeGreaterThanOrEqual(0.98)
  expect(result.precision).toBeGreaterThanOrEqual(0.99)
}, 120_000)
