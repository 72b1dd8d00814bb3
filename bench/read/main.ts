/**
 * How quickly pages, facets, reports and queries of a published lake are answered: the first time, and again.
 *
 *   npm run -s bench:read -- --lake DIR [--times N] [--only TEXT]
 */
import { parseArgs } from 'node:util'
import type { Method, Params } from '../../src/pipeline/api.ts'
import { openEngine } from '../../src/pipeline/engine.ts'

const { values } = parseArgs({
  options: {
    lake: { type: 'string' },
    times: { type: 'string', default: '9' },
    only: { type: 'string', default: '' },
  },
})
if (!values.lake) throw new Error('Name a lake: --lake DIR')

const years = { from_year: 1990, to_year: 2010 }
const QUESTIONS: [Method, object][] = [
  ['films.page', {}],
  ['films.page', { sort: 'title' }],
  ['films.page', { sort: 'box_office_usd:desc', filters: years }],
  ['films.page', { sort: 'actors', offset: 100_000 }],
  ['films.page', { filters: { genres: ['drama', 'comedy'], include_unknown: true }, sort: 'year:desc' }],
  ['films.page', { search: 'the king' }],
  ['films.page', { search: 'the king', sort: 'imdb_rating:desc', filters: years }],
  ['films.facets', {}],
  ['films.facets', { filters: { ...years, genres: ['Drama'], min_imdb: 5 } }],
  ['reviews.page', {}],
  ['reviews.page', { offset: 1_000_000 }],
  ['reviews.page', { filters: years }],
  ['reviews.page', { filters: { genres: ['Drama'] }, offset: 100_000 }],
  ['reviews.page', { sort: 'created_at:desc' }],
  ['reviews.page', { sort: 'score_ratio', filters: years }],
  ['reviews.page', { sort: 'critic_name' }],
  ['reviews.page', { sort: 'review_text' }],
  ['reviews.page', { sentiment: 'negative', top_critic: true, sort: 'created_at:desc' }],
  ['reviews.page', { search: 'masterpiece' }],
  ['reviews.page', { search: 'zzz nowhere', filters: years }],
  ['report.correlation', { chart: true }],
  ['report.correlation', { chart: true, filters: years }],
  ['report.timeline', {}],
  ['report.timeline', { by: 'decade', filters: { genres: ['Drama'] } }],
  ['report.genres', { chart: true }],
  ['report.genres', { filters: years }],
  ['report.talents', {}],
  ['report.talents', { role: 'director', filters: years, min_films: 3 }],
  ['sql.query', { sql: 'SELECT year, count(*) FROM films GROUP BY year ORDER BY year' }],
  ['sql.query', { sql: 'SELECT critic_name, avg(score_ratio) FROM reviews GROUP BY 1 ORDER BY 2 DESC' }],
]

const engine = await openEngine({ lake: values.lake })
/** Milliseconds on the clock and of the processors. */
const ask = async (method: Method, params: object) => {
  const [started, before] = [performance.now(), process.cpuUsage()]
  await engine.request(method, params as Params<Method>)
  const { user, system } = process.cpuUsage(before)
  return { wall: performance.now() - started, cpu: (user + system) / 1000 }
}
const ms = (value: number | undefined) => (value ?? 0).toFixed(0).padStart(7)

try {
  console.log(`${ms((await ask('films.page', {})).wall)} ms to open and read a first page`)
  const [review] = (await engine.request('reviews.page', { limit: 1, offset: 1000 })).rows
  const [film] = (await engine.request('films.page', { limit: 1 })).rows
  const film_id = review?.film_id ?? film?.film_id
  const detail: [Method, object][] = [
    ['films.get', { film_id }],
    ['reviews.page', { film_id, sort: 'created_at:desc' }],
  ]
  console.log('   first  median     max     cpu  (ms; of the processors: the least)')
  for (const [method, params] of [...detail, ...QUESTIONS]) {
    const name = `${method} ${JSON.stringify(params)}`
    if (!name.includes(values.only)) continue
    const first = await ask(method, params)
    const again: (typeof first)[] = []
    for (let n = 0; n < Number(values.times); n++) again.push(await ask(method, params))
    const walls = again.map(({ wall }) => wall).sort((one, other) => one - other)
    const cpu = Math.min(...again.map((each) => each.cpu))
    console.log(`${ms(first.wall)} ${ms(walls[walls.length >> 1])} ${ms(walls.at(-1))} ${ms(cpu)}  ${name}`)
  }
  console.log(`${(process.memoryUsage.rss() / 2 ** 20).toFixed(0)} MiB in use at the end`)
} finally {
  await engine.close()
}
