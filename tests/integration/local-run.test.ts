import { readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Film, Review } from '../../src/pipeline/api.ts'
import { listFolder } from '../../src/pipeline/ingest/index.ts'
import { lakeLayout } from '../../src/pipeline/lake/layout.ts'
import { listRuns } from '../../src/pipeline/lake/list-runs.ts'
import { withWriterLock } from '../../src/pipeline/lake/lock.ts'
import { readCurrent } from '../../src/pipeline/lake/manifest.ts'
import { CURATED, TABLE_NAMES } from '../../src/pipeline/lake/schema.ts'
import { tempLake } from '../helpers/lake.ts'
import { lakeOf, land, published, run } from '../helpers/run.ts'
import { sharedData } from '../helpers/shared-data.ts'

const RT = 'id,title,audienceScore,tomatoMeter,releaseDateTheaters,runtimeMinutes,genre,director,boxOffice\n'
const IMDB = 'Title,Year,imdbRating,imdbID,Runtime,Genre,Director,Actors,BoxOffice,tomatoURL,Ratings.Source\n'
const REVIEWS = 'id,reviewId,criticName,originalScore,reviewText,scoreSentiment,creationDate\n'

async function clapper() {
  const layout = lakeLayout(join(await tempLake(), 'lake'))
  await land(layout, await listFolder(sharedData('clapper')))
  return layout
}

describe('real files', () => {
  it('reads every record of clapper: in = out + rejected + merged', async () => {
    const layout = await clapper()
    const result = await run(layout)
    expect(result).toMatchObject({ status: 'published', engine: 'local' })
    expect(result.balance).toEqual([
      { source: 'rt_movies', rows_in: 116, rows_out: 105, rejected: 0, merged: 11 },
      { source: 'rt_reviews', rows_in: 2000, rows_out: 1865, rejected: 0, merged: 135 },
    ])
    expect(result.tables).toMatchObject({
      films: { rows: 105 },
      reviews: { rows: 1865 },
      rejects: { rows: 0 },
    })
    const [film] = (await published<Film>(layout, 'films')).filter((each) => each.rt_id === '2012')
    expect(film).toMatchObject({
      film_id: 'rt:2012',
      title: '2012',
      year: 2009,
      runtime_minutes: 158,
      box_office_usd: 166_100_000,
      rt_release_date: '2009-11-13',
      rt_director: ['Roland Emmerich'],
      match_method: 'none',
      sources: ['rt_movies'],
    })
    expect(film?.revenue_per_minute).toBeCloseTo(166_100_000 / 158, 6)
  })

  it('publishes exactly the columns of the schema', async () => {
    const layout = await clapper()
    await run(layout)
    for (const table of TABLE_NAMES.filter((name) => name !== 'rejects')) {
      const [row] = await published(layout, table)
      expect(Object.keys(row ?? {})).toEqual(CURATED[table].map((column) => column.name))
    }
  })

  it('gives the same bytes again, and says so when there is nothing new', async () => {
    const layout = await clapper()
    const first = await run(layout)
    const hashes = async () =>
      Object.values((await readCurrent(layout))?.tables ?? {}).flatMap((table) =>
        table.files.map((file) => file.sha256),
      )
    const before = await hashes()
    const again = await run(layout)
    expect(again).toMatchObject({ status: 'unchanged', run_id: first.run_id, tables: first.tables })
    const forced = await run(layout, { force: true })
    expect(forced.status).toBe('published')
    expect(forced.run_id).not.toBe(first.run_id)
    expect(await hashes()).toEqual(before)
  })

  it('reads only the first records when asked, and notes it', async () => {
    const layout = await clapper()
    const result = await run(layout, { n_rows: 50 })
    expect(result.balance.map((line) => line.rows_in)).toEqual([50, 50])
    expect((await listRuns(layout)).runs[0]).toMatchObject({ n_rows: 50, current: true })
    expect((await run(layout)).status).toBe('published')
  })
})

describe('values', () => {
  it('joins the two sources by address, then by title and year, one to one', async () => {
    const layout = await lakeOf({
      'm.csv': `${RT}the_fly_1986,The Fly,83,93,,95,"Horror, Sci-fi",David Cronenberg,$40.5M
amelie,Amélie,95,90,2001-11-02,122,Comedy,Jean-Pierre Jeunet,$33.2M
twins_a,Twins,50,50,1988-12-09,107,Comedy,Ivan Reitman,
twins_b,Twins,51,51,1988-01-09,100,Comedy,Someone Else,
blade_runner_2049,Blade Runner 2049,88,88,,164,Drama,Denis Villeneuve,
alone,Alone,1,2,2020-09-18,98,Thriller,John Hyams,
`,
      'i.csv': `${IMDB}The Fly,1986,7.6,tt0091064,96 min,"Drama, Horror",David Cronenberg,"Jeff Goldblum, Geena Davis","$40,456,565",https://www.rottentomatoes.com/m/the_fly_1986/,Rotten Tomatoes
The Fly,1986,7.6,tt0091064,96 min,"Drama, Horror",David Cronenberg,"Jeff Goldblum, Geena Davis","$40,456,565",,Metacritic
Amelie,2001,8.3,tt0211915,122 min,Comedy,Jean-Pierre Jeunet,Audrey Tautou,N/A,N/A,
Twins,1988,6.1,tt0096320,107 min,Comedy,Ivan Reitman,Danny DeVito,N/A,N/A,
Blade Runner 2049,2017,8.0,tt1856101,164 min,Drama,Denis Villeneuve,Harrison Ford,N/A,N/A,
Alone,2015,6,tt1111111,90 min,Drama,Nobody,Nobody,N/A,N/A,
`,
    })
    const result = await run(layout)
    expect(result.balance[0]).toMatchObject({ source: 'imdb_kaggle', rows_in: 6, rows_out: 5, merged: 1 })
    const films = await published<Film>(layout, 'films')
    const matches = Object.fromEntries(
      films.map((film) => [film.film_id, [film.rt_id, film.match_method, film.match_score]]),
    )
    expect(matches).toEqual({
      tt0091064: ['the_fly_1986', 'url', 1],
      tt0211915: ['amelie', 'title_year', 0.999],
      // Two films of that title and year: who made them tells.
      tt0096320: ['twins_a', 'title_year', 0.999],
      'rt:twins_b': ['twins_b', 'none', null],
      // The number at the end of its slug is the title's own, no year; director and length tell.
      tt1856101: ['blade_runner_2049', 'title_year', 0.999],
      tt1111111: [null, 'none', null],
      'rt:alone': ['alone', 'none', null],
    })
    expect(films.find((film) => film.film_id === 'tt0091064')).toMatchObject({
      year: 1986,
      runtime_minutes: 95,
      genres: ['Horror', 'Sci-Fi'],
      primary_genre: 'Horror',
      box_office_usd: 40_500_000,
      actors: ['Jeff Goldblum', 'Geena Davis'],
      sources: ['rt_movies', 'imdb_kaggle'],
    })
    const people = await published<{ name: string; role: string; film_id: string; source: string }>(
      layout,
      'people',
    )
    expect(
      people
        .filter((each) => each.film_id === 'tt0091064')
        .map(({ name, role, source }) => [name, role, source]),
    ).toEqual([
      ['Jeff Goldblum', 'actor', 'imdb_kaggle'],
      ['Geena Davis', 'actor', 'imdb_kaggle'],
      ['David Cronenberg', 'director', 'rt_movies'],
    ])
  })

  it('merges the records of one key: the latest landing wins, older ones fill what it leaves unknown', async () => {
    const layout = await lakeOf({
      'old.csv': `${RT}a,Old title,10,20,2001-01-01,100,Drama,Ann,$1M\n`,
      'new.csv': `${RT}a,New title,,30,,,,,\na,New title,,30,,90,,,\n`,
    })
    const result = await run(layout)
    expect(result.balance).toEqual([{ source: 'rt_movies', rows_in: 3, rows_out: 1, rejected: 0, merged: 2 }])
    expect(await published(layout, 'films')).toMatchObject([
      {
        title: 'New title',
        tomato_meter: 30,
        audience_score: 10,
        runtime_minutes: 90,
        year: 2001,
        box_office_usd: 1_000_000,
      },
    ])
  })

  it('a review that both layouts of Rotten Tomatoes have is one, that of another text or day is not', async () => {
    const said = 'A fine film, if long.'
    const layout = await lakeOf({
      'numbered.csv': `id,reviewId,creationDate,criticName,isTopCritic,originalScore,reviewState,publicatioName,reviewText,scoreSentiment,reviewUrl
a,1,2001-02-03,Ann Lee,False,3/5,fresh,The Daily,"${said}",POSITIVE,
a,2,2001-02-03,Bo Li,False,,fresh,The Daily,,POSITIVE,\n`,
      'older.csv': `rotten_tomatoes_link,critic_name,top_critic,publisher_name,review_type,review_score,review_date,review_content
m/a,Ann Lee,False,The Daily,Fresh,3/5,2001-02-03,"A fine film&#44; if long."
m/a,Ann Lee,False,The Daily,Fresh,3/5,2001-02-04,"${said}"
m/a,Bo Li,False,The Daily,Fresh,,2001-02-03,\n`,
    })
    const { balance } = await run(layout)
    expect(balance).toEqual([
      { source: 'rt_archive_reviews', rows_in: 3, rows_out: 2, rejected: 0, merged: 1 },
      { source: 'rt_reviews', rows_in: 2, rows_out: 2, rejected: 0, merged: 0 },
    ])
    const reviews = await published<Review>(layout, 'reviews')
    const told = reviews.map(({ critic_name, created_at, review_text }) => [
      critic_name,
      created_at,
      review_text,
    ])
    expect(told.sort()).toEqual([
      ['Ann Lee', '2001-02-03', said],
      ['Ann Lee', '2001-02-04', said],
      ['Bo Li', '2001-02-03', null],
      ['Bo Li', '2001-02-03', null],
    ])
  })

  it('keeps reviews of films that are not there, and says why they have none', async () => {
    const layout = await lakeOf({
      'm.csv': `${RT}a,A,1,2,2001-01-01,100,Drama,Ann,\n`,
      'r.csv': `${REVIEWS}a,1,Ann,3/5,Fine,POSITIVE,2001-01-02\nb,1,Bo,7,Hm,,\n`,
    })
    await run(layout)
    expect(await published<Review>(layout, 'reviews')).toMatchObject([
      {
        review_id: 'a/1',
        film_id: 'rt:a',
        orphan_reason: null,
        score_ratio: 0.6,
        sentiment: 'positive',
        origin: 'source',
      },
      {
        review_id: 'b/1',
        film_id: null,
        orphan_reason: 'film_unknown',
        score_ratio: null,
        score_scale: 'bare',
      },
    ])
  })

  it('lists what cannot be read with its line and text, and counts it', async () => {
    const layout = await lakeOf({
      'm.csv': `${RT}a,A,1,2,2001-01-01,100,Drama,Ann,\n,No key,1,2,,,,,\nb,Too,few\nc,C,1,2,,,,,\n`,
    })
    const result = await run(layout)
    expect(result.balance).toEqual([{ source: 'rt_movies', rows_in: 4, rows_out: 2, rejected: 2, merged: 0 }])
    expect(await published(layout, 'rejects')).toMatchObject([
      { source: 'rt_movies', file: 'm.csv', line: 3, reason: 'MISSING_KEY', raw: ',No key,1,2,,,,,' },
      { source: 'rt_movies', file: 'm.csv', line: 4, reason: 'COLUMN_COUNT', raw: 'b,Too,few' },
    ])
  })
})

describe('what goes wrong', () => {
  it('has nothing to transform: says so, and notes no run', async () => {
    const layout = lakeLayout(await tempLake())
    await expect(run(layout)).rejects.toMatchObject({ code: 'NOTHING_LANDED' })
    expect(await listRuns(layout)).toEqual({ runs: [], unpublished: [], problem: null })
  })

  it('is cancelled midway: the run before stays published, nothing of the new one is left', async () => {
    const layout = await clapper()
    const first = await run(layout)
    const controller = new AbortController()
    const cancelled = run(layout, {
      force: true,
      signal: controller.signal,
      onStep: (key, { message }) => key === 'transform' && message === 'films' && controller.abort(),
    })
    await expect(cancelled).rejects.toMatchObject({ code: 'CANCELLED' })
    expect((await readCurrent(layout))?.run_id).toBe(first.run_id)
    expect(await readdir(join(layout.curated, 'films'))).toEqual([`run_id=${first.run_id}`])
    expect(await readdir(layout.tmp)).toEqual([])
    expect((await listRuns(layout)).unpublished).toMatchObject([{ state: 'cancelled', verb: 'etl' }])
  })

  it('a damaged manifest is told, and the next run mends it', async () => {
    const layout = await clapper()
    await run(layout)
    await writeFile(layout.current, '{"run_id"')
    await expect(readCurrent(layout)).rejects.toMatchObject({ code: 'MANIFEST_DAMAGED' })
    expect((await run(layout)).status).toBe('published')
    expect(await published(layout, 'films')).toHaveLength(105)
  })

  it('a table that was cut or removed is told by its name, and the next run mends it', async () => {
    const layout = await clapper()
    await run(layout)
    const [file] = (await readCurrent(layout))?.tables.films.files ?? []
    const path = join(layout.root, file?.path ?? '')
    await truncate(path, 10)
    await expect(readCurrent(layout)).rejects.toMatchObject({
      code: 'TABLE_ALTERED',
      message: expect.stringContaining('films'),
    })
    await rm(path)
    await expect(readCurrent(layout)).rejects.toMatchObject({ code: 'TABLE_MISSING' })
    expect((await run(layout)).status).toBe('published')
  })

  it('one writer at a time, also within one process', async () => {
    const layout = await clapper()
    await withWriterLock(layout, 'ingest', async () => {
      await expect(run(layout)).rejects.toMatchObject({ code: 'LAKE_LOCKED' })
    })
    expect((await run(layout)).status).toBe('published')
  })

  it('a day that no film came out on tells no year, and stops nothing', async () => {
    const days = ['9999-12-31', '0001-01-01', '2300-01-01', '1994-09-10']
    const rows = days.map((day, n) => `f${n},Film ${n},1,2,${day}\n`).join('')
    const layout = await lakeOf({
      'm.csv': `id,title,audienceScore,tomatoMeter,releaseDateTheaters\n${rows}`,
    })
    await run(layout)
    const films = await published<Film>(layout, 'films')
    expect(films.map(({ year }) => year).sort()).toEqual([1994, null, null, null])
  })

  it('a lake whose name looks like a pattern is read and written as any other', async () => {
    const layout = lakeLayout(join(await tempLake(), 'films [old] *?'))
    await land(layout, await listFolder(sharedData('clapper')))
    expect(await run(layout)).toMatchObject({ status: 'published', tables: { reviews: { rows: 1865 } } })
  })

  it('keeps a record of every run', async () => {
    const layout = await clapper()
    const { run_id } = await run(layout)
    const record = JSON.parse(await readFile(join(layout.runs, run_id, 'run.json'), 'utf8'))
    expect(record).toMatchObject({ run_id, state: 'published', manifest: { run_id } })
    expect(record.steps.map((step: { key: string; state: string }) => [step.key, step.state])).toEqual([
      ['verify', 'done'],
      ['transform', 'done'],
      ['publish', 'done'],
    ])
    expect(await readdir(join(layout.runs, run_id))).toEqual([
      'ambiguous.parquet',
      'log.jsonl',
      'merged.parquet',
      'run.json',
      'told_by.parquet',
    ])
  })
})
