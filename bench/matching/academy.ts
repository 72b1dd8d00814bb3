import { createReadStream } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { createGunzip } from 'node:zlib'
import Papa from 'papaparse'

/** Columns of the file; a short record lacks the last ones. */
type Nomination = Partial<
  Record<'Year' | 'Class' | 'CanonicalCategory' | 'Film' | 'FilmId' | 'Nominees', string>
>

interface Film {
  title: string
  year: number
  short: boolean
  directors: Set<string>
  actors: Set<string>
}

/** IMDb's titles of `flatiron/` were taken before the films of 2019 had any votes. */
const LAST_YEAR = 2018

/**
 * Films named for the Academy's awards, passed off as Rotten Tomatoes': title, year, who was named for directing or
 * acting; no length. Their IMDb ids are withheld and given as pairs known to be true. Short films are left out: IMDb's
 * titles of `flatiron/` have none. Writes the file into `folder`.
 */
export async function academyFilms(
  oscars: string,
  folder: string,
): Promise<{ file: string; gold: Map<string, string> }> {
  const content = await text(createReadStream(oscars).pipe(createGunzip()))
  const { data } = Papa.parse<Nomination>(content, { header: true, delimiter: '\t', skipEmptyLines: true })
  const films = [...filmsOf(data)].filter(([, film]) => !film.short && film.year <= LAST_YEAR)
  const rows = films.map(([id, { title, year, directors, actors }]) => ({
    rotten_tomatoes_link: `m/of_${id}`,
    movie_title: title,
    original_release_date: `${year}-12-01`,
    streaming_release_date: '',
    runtime: '',
    directors: [...directors].join(', '),
    actors: [...actors].join(', '),
    tomatometer_rating: 50,
  }))
  const file = join(folder, 'academy.csv')
  await writeFile(file, Papa.unparse(rows))
  return { file, gold: new Map(films.map(([id]) => [`of_${id}`, id])) }
}

function filmsOf(nominations: readonly Nomination[]): Map<string, Film> {
  const films = new Map<string, Film>()
  for (const {
    Year = '',
    Class,
    CanonicalCategory = '',
    Film = '',
    FilmId = '',
    Nominees = '',
  } of nominations) {
    const [ids, titles] = [FilmId.split('|'), Film.split('|')]
    if (ids.length !== titles.length) continue
    for (const [index, id] of ids.entries()) {
      if (!/^tt\d+$/.test(id)) continue
      const none = { title: titles[index] ?? '', year: Number.parseInt(Year, 10), short: false }
      const film = films.get(id) ?? { ...none, directors: new Set(), actors: new Set() }
      films.set(id, film)
      film.short ||= /short/i.test(CanonicalCategory)
      // Of several films at once nobody tells who was in which.
      const named = ids.length > 1 ? [] : Nominees.split('|').filter((name) => name.trim() !== '')
      for (const name of named) {
        if (Class === 'Directing' && CanonicalCategory !== 'ASSISTANT DIRECTOR')
          film.directors.add(name.trim())
        if (Class === 'Acting') film.actors.add(name.trim())
      }
    }
  }
  return films
}
