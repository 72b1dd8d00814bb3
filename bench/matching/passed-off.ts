import { createReadStream } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { createGunzip } from 'node:zlib'
import Papa from 'papaparse'
import { perturbed } from './perturb.ts'

/** A film of a file that tells its IMDb id. */
interface Known {
  id: string
  title: string
  year: number
  original: string | null
  minutes: string
  directors: string
  actors: string
}

type Row = Partial<Record<string, string>>
type Read = (row: Row) => Known | null

const IMDB_5000: Read = (row) => {
  const id = /tt\d+/.exec(row.movie_imdb_link ?? '')?.[0]
  const year = Number(row.title_year)
  if (!id || !(year > 0)) return null
  const actors = [row.actor_1_name, row.actor_2_name, row.actor_3_name].filter(Boolean).join(', ')
  const title = (row.movie_title ?? '').replace(/\u00a0/g, '').trim()
  return {
    id,
    title,
    year,
    original: null,
    minutes: row.duration ?? '',
    directors: row.director_name ?? '',
    actors,
  }
}

const BECHDEL: Read = (row) => {
  const [id, year] = [row.imdb ?? '', Number(row.year)]
  const title = (row.title ?? '').replace(/&amp;/g, '&').replace(/&#39;/g, "'").trim()
  if (!/^tt\d+$/.test(id) || !(year > 0) || /&#?\w+;/.test(title)) return null
  return { id, title, year, original: null, minutes: '', directors: '', actors: '' }
}

export const KNOWN = { 'IMDb 5,000': IMDB_5000, Bechdel: BECHDEL }

/**
 * The films of `file` passed off as Rotten Tomatoes', each with one change (perturb.ts), their IMDb ids withheld:
 * the file `out`, the true pairs, and which change each film had. `originals`: IMDb's `title.basics`, for titles in
 * other languages.
 */
export async function passedOff(
  file: string,
  read: Read,
  originals: string,
  out: string,
): Promise<{ gold: Map<string, string>; kinds: Map<string, string> }> {
  const basics = new Map(
    (await rowsOf(originals)).map((row) => [row.tconst ?? '', row.original_title ?? row.originalTitle ?? '']),
  )
  const known = new Map((await rowsOf(file)).flatMap((row) => read(row) ?? []).map((film) => [film.id, film]))
  const films = [...known.values()]
    .map((film) => ({ ...film, original: basics.get(film.id) || null }))
    .toSorted((a, b) => a.id.localeCompare(b.id))
  const changed = perturbed(films)
  const rows = changed.map(({ id, title, year }) => ({
    rotten_tomatoes_link: `m/of_${id}`,
    movie_title: title,
    original_release_date: `${year}-12-01`,
    streaming_release_date: '',
    runtime: known.get(id)?.minutes,
    directors: known.get(id)?.directors,
    actors: known.get(id)?.actors,
    tomatometer_rating: 50,
  }))
  await writeFile(out, Papa.unparse(rows))
  return {
    gold: new Map(films.map(({ id }) => [`of_${id}`, id])),
    kinds: new Map(changed.map(({ id, kind }) => [`of_${id}`, kind])),
  }
}

async function rowsOf(file: string): Promise<Row[]> {
  const content = await text(createReadStream(file).pipe(createGunzip()))
  return Papa.parse<Row>(content, { header: true, skipEmptyLines: true }).data
}
