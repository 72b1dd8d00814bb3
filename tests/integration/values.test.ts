import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { type LakeLayout, lakeLayout } from '../../src/pipeline/lake/layout.ts'
import { tempLake } from '../helpers/lake.ts'
import { lakeOf, land, published, run } from '../helpers/run.ts'

type Row = Record<string, unknown>

/** A source of the lake's own, with a column of each kind. */
const FIELDS = {
  id: 'imdb_id',
  title: 'title',
  year: 'year',
  length: 'runtime_minutes',
  note: 'imdb_rating',
  votes: 'imdb_votes',
  press: 'tomato_meter',
  gross: 'box_office_usd',
  language: 'language',
  country: 'country',
  cast: 'actors',
}

/** A lake into which a table of these rows has landed; `units`: how some of its columns are written. */
async function lakeOfFilms(rows: readonly Row[], units: Record<string, string> = {}): Promise<LakeLayout> {
  const folder = await tempLake()
  const layout = lakeLayout(join(folder, 'lake'))
  const fields = Object.entries(FIELDS).map(([name, means]) => ({
    name,
    aliases: [name],
    required: true,
    means,
    ...(units[name] ? { unit: units[name] } : {}),
  }))
  const spec = { id: 'own_films', title: 'Own', role: 'films', film: 'imdb_id', keys: ['id'], fields }
  await mkdir(layout.sources, { recursive: true })
  await writeFile(join(layout.sources, 'own_films.json'), JSON.stringify(spec))
  const quoted = (value: unknown) => `"${String(value ?? '').replaceAll('"', '""')}"`
  const lines = rows.map((row) =>
    Object.keys(FIELDS)
      .map((name) => quoted(row[name]))
      .join(','),
  )
  const path = join(folder, 'films.csv')
  await writeFile(path, `${[Object.keys(FIELDS).join(','), ...lines].join('\n')}\n`)
  await land(layout, [path])
  return layout
}

async function filmsOf(layout: LakeLayout): Promise<Record<string, Row>> {
  const result = await run(layout)
  expect(result.status).toBe('published')
  for (const line of result.balance) expect(line.rows_in).toBe(line.rows_out + line.rejected + line.merged)
  return Object.fromEntries((await published(layout, 'films')).map((film) => [film.film_id, film]))
}

it('reads a film as it is written in Europe', async () => {
  const layout = await lakeOfFilms([
    {
      id: ' TT0000001 ',
      title: 'Le Film',
      year: '2009',
      length: '1 h 45',
      note: '8,3/10',
      votes: '1\u202f234\u00a0567',
      press: '85,5 %',
      gross: '38,5 M$',
      language: '["English", null]',
      country: 'France|USA',
      cast: 'ROBERT DOWNEY, JR.;Ann Lee',
    },
    { id: 'https://www.imdb.com/title/tt0000002/', title: 'Other', note: '8,3', gross: '12 345 678 $' },
  ])
  const films = await filmsOf(layout)
  expect(films.tt0000001).toMatchObject({
    runtime_minutes: 105,
    imdb_rating: 8.3,
    imdb_votes: 1_234_567,
    tomato_meter: 85.5,
    box_office_usd: 38_500_000,
    language: 'English',
    country: 'France, USA',
    actors: ['ROBERT DOWNEY JR.', 'Ann Lee'],
  })
  expect(films.tt0000002).toMatchObject({ imdb_rating: 8.3, box_office_usd: 12_345_678 })
})

it('an impossible value is unknown, and never stops a run', async () => {
  const values = ['99999', '-1', '1e30', '9'.repeat(400), 'NaN', 'Infinity', '1/0', '99999999999999b', '0']
  const rows = values.map((value, at) => ({
    id: `tt${at + 1}`,
    title: `Film ${at}`,
    year: value,
    length: value,
    note: value,
    votes: value === '99999' ? '99999999999' : value,
    press: value === '0' ? '-0.1' : value,
    gross: value === '99999' ? '999999999999' : value,
  }))
  const unknown = {
    year: null,
    runtime_minutes: null,
    imdb_rating: null,
    imdb_votes: null,
    box_office_usd: null,
  }
  const written: Record<string, string>[] = [
    { length: 'hours' },
    { length: 'seconds', note: 'five', press: 'ratio' },
  ]
  for (const units of written) {
    const films = await filmsOf(await lakeOfFilms(rows, units))
    expect(Object.keys(films)).toHaveLength(values.length)
    // 99,999 seconds are 28 hours, which a film may have.
    const { length } = units
    for (const [id, film] of Object.entries(films)) {
      const known = length === 'seconds' && id === 'tt0000001' ? { runtime_minutes: 1667 } : {}
      expect(film, id).toMatchObject({ ...unknown, tomato_meter: null, ...known })
    }
  }
})

it('a nomination with an id that is none is a reject; one of no film is not', async () => {
  const header = [
    'Ceremony\tYear\tClass\tCanonicalCategory\tCategory\tFilm\tFilmId\tName\tNominees',
    '1\t1927/28\tActing\tACTOR\tACTOR\tWings\ttt0018578\tAnn Lee\tAnn Lee',
    '1\t1927/28\tActing\tACTOR\tACTOR\tSunrise\tttx\tBo Lee\tBo Lee',
    '1\t1927/28\tActing\tACTOR\tACTOR\tBoth\ttt0018455|ttx\tCy Lee\tCy Lee',
    '1\t1927/28\tSpecial\tHONORARY\tHONORARY\t\t\tDi Lee\tDi Lee',
  ]
  const layout = await lakeOf({ 'oscars.csv': `${header.join('\n')}\n` })
  const { balance } = await run(layout)
  expect(balance).toEqual([{ source: 'oscars', rows_in: 4, rows_out: 2, rejected: 2, merged: 0 }])
  expect(await published(layout, 'rejects')).toMatchObject([
    { line: 3, reason: 'BAD_KEY', detail: 'FilmId is "ttx"' },
    { line: 4, reason: 'BAD_KEY' },
  ])
})

it('a publication that gives percents gives its bare numbers out of 100', async () => {
  const rows = ['85%', '70 %', '90%', '85', '40', '***', 'B plus'].map(
    (score, at) => `film,${at},Ann Lee,The Paper,${score},words ${at}`,
  )
  const header = 'id,reviewId,criticName,publicatioName,originalScore,reviewText'
  const layout = await lakeOf({ 'reviews.csv': `${[header, ...rows].join('\n')}\n` })
  await run(layout)
  const reviews = await published(layout, 'reviews')
  const by = (raw: string) => reviews.find(({ score_raw }) => score_raw === raw)
  expect(by('85')).toMatchObject({ score_ratio: 0.85, score_scale: '/100 of the critic' })
  expect(by('40')).toMatchObject({ score_ratio: 0.4 })
  // No critic gives three stars of a hundred.
  expect(by('***')).toMatchObject({ score_ratio: null, score_scale: 'bare' })
  expect(by('B plus')).toMatchObject({ score_ratio: 9 / 12, score_scale: 'letter' })
})
