import { date } from '../rules/dates.ts'
import { genres, people } from '../rules/lists.ts'
import { dollars, minutes, score } from '../rules/numbers.ts'
import { asKey, asLine, asList, asToken, type StandardTable } from '../standard.ts'

export const rtMovies: StandardTable = {
  source: 'rt_movies',
  table: 'rt_films',
  key: ['rt_id'],
  prepared: {
    rt_id: asKey('id'),
    title: asLine('title'),
    audience: asToken('audience_score'),
    tomato: asToken('tomato_meter'),
    runtime: asToken('runtime_minutes'),
    genres: asList('genre', genres),
    language: asLine('original_language'),
    director: asList('director', people),
    writer: asList('writer', people),
    money: asToken('box_office'),
    theaters: asToken('release_date_theaters'),
    streaming: asToken('release_date_streaming'),
  },
  columns: (d) => ({
    rt_id: 'rt_id',
    title: 'title',
    audience_score: score(d, 'audience', 0, 100),
    tomato_meter: score(d, 'tomato', 0, 100),
    runtime_minutes: minutes(d, 'runtime'),
    genres: d.orNull('genres'),
    language: 'language',
    rt_director: d.orNull('director'),
    rt_writer: d.orNull('writer'),
    box_office_usd: dollars(d, 'money'),
    rt_release_date: date(d, 'theaters'),
    rt_streaming_date: date(d, 'streaming'),
  }),
}
