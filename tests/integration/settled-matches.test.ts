import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { AmbiguousPair, Film } from '../../src/pipeline/api.ts'
import { openEngine } from '../../src/pipeline/engine.ts'
import type { LakeLayout } from '../../src/pipeline/lake/layout.ts'
import { SOURCES } from '../../src/pipeline/sources/index.ts'
import { duckdbDialect, sparkDialect, transformStatements } from '../../src/pipeline/transform/index.ts'
import { cine } from '../helpers/cine.ts'
import { lakeOf, published } from '../helpers/run.ts'

const RT = `id,title,audienceScore,tomatoMeter,releaseDateTheaters,runtimeMinutes,genre,director,boxOffice
alone,Alone,60,70,2015-06-01,90,Drama,,
other,Other,60,70,2016-06-01,95,Drama,Ann Lee,
`
const IMDB = `Title,Year,imdbRating,imdbID,Runtime,Genre,Director,Actors,BoxOffice,tomatoURL,Ratings.Source
Alone,2015,7,tt0000001,90 min,Drama,,,N/A,,
Alone,2015,6,tt0000002,90 min,Drama,,,N/A,,
Other,2016,8,tt0000003,95 min,Drama,Ann Lee,,N/A,http://www.rottentomatoes.com/m/other,
`
/** Budgets have no id of either site: their films are placed by title and year. */
const BUDGETS = `id,release_date,movie,production_budget,domestic_gross,worldwide_gross
1,"Jun 1, 2015",Alone,"$1,000","$2,000","$3,000"
`

async function opened(files: Record<string, string>) {
  const layout = await lakeOf(files)
  const engine = await openEngine({ lake: layout.root })
  onTestFinished(() => engine.close())
  const first = await engine.request('etl.run', {})
  return {
    layout,
    engine,
    first,
    etl: () => engine.request('etl.run', {}),
    ambiguous: async () => (await engine.request('quality.get', {})).matching.ambiguous,
    settle: async (candidate: string, same: boolean) =>
      (await engine.request('contributions.match', { source: 'rt_id', film: 'alone', candidate, same }))
        .contribution,
  }
}
const filmOf = async (layout: LakeLayout, rt: string) =>
  (await published<Film>(layout, 'films')).find(({ rt_id }) => rt_id === rt)
const TWO = { 'rt.csv': RT, 'imdb.csv': IMDB }

describe('a pair that the rules could not tell apart', () => {
  it('is settled by hand for the runs to come, and everything can be undone', async () => {
    const { layout, engine, first, etl, ambiguous, settle } = await opened(TWO)
    expect(await filmOf(layout, 'alone')).toMatchObject({ film_id: 'rt:alone', match_method: 'none' })
    expect((await ambiguous()).rows.map(({ candidate }) => candidate)).toEqual(['tt0000001', 'tt0000002'])

    const said = await settle('tt0000002', true)
    expect(said).toMatchObject({ kind: 'match', film_id: 'rt:alone', active: true, after: { same: true } })
    expect(await ambiguous()).toMatchObject({
      settled: 1,
      rows: [{ decision: null }, { decision: { contribution_id: said.id, same: true } }],
    })

    const second = await etl()
    expect(second.status).toBe('published')
    expect(await filmOf(layout, 'alone')).toMatchObject({
      film_id: 'tt0000002',
      match_method: 'hand',
      match_score: 1,
      imdb_rating: 6,
    })
    expect(await filmOf(layout, 'other')).toMatchObject({ film_id: 'tt0000003', match_method: 'url' })
    expect(await ambiguous()).toEqual({ total: 0, settled: 0, rows: [] })
    expect(await etl()).toMatchObject({ status: 'unchanged', run_id: second.run_id })

    await engine.request('contributions.undo', { id: said.id })
    await etl()
    expect(await filmOf(layout, 'alone')).toMatchObject({ film_id: 'rt:alone', match_method: 'none' })
    expect(await engine.request('runs.diff', { a: first.run_id, b: 'current' })).toMatchObject({ same: true })
  })

  it('said to be two films is listed no more, and leaves the other candidate to the rules', async () => {
    const { layout, etl, settle } = await opened(TWO)
    await settle('tt0000001', false)
    await etl()
    expect(await filmOf(layout, 'alone')).toMatchObject({ film_id: 'tt0000002', match_method: 'title_year' })
  })

  it('of two films said to be the same one, the one said last is', async () => {
    const { layout, etl, settle } = await opened(TWO)
    await settle('tt0000002', true)
    await settle('tt0000001', true)
    await etl()
    expect(await filmOf(layout, 'alone')).toMatchObject({ film_id: 'tt0000001', match_method: 'hand' })
  })

  it('of a source without ids is placed as it was said', async () => {
    const { layout, engine, etl, ambiguous } = await opened({
      'imdb.csv': IMDB,
      'tn.movie_budgets.csv': BUDGETS,
    })
    const [pair] = (await ambiguous()).rows
    expect(pair).toMatchObject({ source: 'tn_budgets', title: 'Alone' })
    const { source, film } = pair as AmbiguousPair
    await engine.request('contributions.match', { source, film, candidate: 'tt0000001', same: true })
    await etl()
    const films = await published<Film>(layout, 'films')
    expect(films.map(({ film_id }) => film_id)).toEqual(['tt0000001', 'tt0000002', 'tt0000003'])
    expect(films[0]).toMatchObject({ sources: ['imdb_kaggle', 'tn_budgets'] })
  })

  it('is settled by the command too; a pair that no run listed, and one of which nothing is said, are refused', async () => {
    const { layout } = await opened(TWO)
    const pair = ['contribute', 'match', '--lake', layout.root, '--json', '--film', 'alone', '--candidate']
    const said = await cine([...pair, 'tt0000001', '--different'])
    expect(said.json()).toMatchObject({ contribution: { kind: 'match', after: { same: false } } })
    const unknown = await cine([...pair, 'tt0000009', '--same'])
    expect([unknown.exitCode, unknown.json().error.code]).toEqual([1, 'PAIR_UNKNOWN'])
    expect((await cine([...pair, 'tt0000001'])).exitCode).toBe(2)
    expect((await cine(['quality', '--lake', layout.root])).stdout).toContain('settled: two films')
  })

  it('comes back with a lost journal', async () => {
    const { layout, engine, settle } = await opened(TWO)
    await settle('tt0000002', true)
    await rm(join(layout.contributions, 'journal.sqlite'))
    const { contributions } = await engine.request('contributions.list', {})
    expect(contributions).toMatchObject([{ kind: 'match', active: true }])
  })
})

it('what somebody gave is never read as SQL', () => {
  const film = "x') UNION SELECT 'stolen"
  for (const d of [duckdbDialect(), sparkDialect()]) {
    const decisions = [{ source: 'rt_id', film, candidate: 'é', same: true }]
    const sql = transformStatements(d, SOURCES, decisions).map((each) => each.sql)
    expect(sql.join()).not.toContain('stolen')
    expect(sql.join()).toContain(Buffer.from(film).toString('hex'))
  }
})
