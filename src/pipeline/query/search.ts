import type { Published } from './published.ts'
import type { Values } from './values.ts'

/** Parts of a text that are searched one by one stand on lines of their own: no folded text holds a line end. */
const LINES = 'chr(10)'

const FILM_TEXTS = `CREATE TABLE film_texts AS
  WITH credited AS (
    SELECT film_id, string_agg(fold(name), ${LINES} ORDER BY name) AS names FROM people GROUP BY film_id
  )
  SELECT films.rowid AS film_row, concat_ws(${LINES}, fold(title), fold(films.film_id), fold(rt_id),
    fold(imdb_id), names) AS folded
  FROM films LEFT JOIN credited USING (film_id)`

/** Conditions on `films`: its title, one of its people or ids contains the text, case and accents aside. */
export async function filmSearch(
  run: Published,
  text: string | undefined,
): Promise<(values: Values) => string[]> {
  const wanted = await foldedSearch(run, text)
  if (wanted === null) return () => []
  await run.prepared('film_texts', [FILM_TEXTS])
  return (values) => [
    `rowid IN (SELECT film_row FROM film_texts WHERE contains(folded, ${values.add(wanted)}))`,
  ]
}

/** Conditions on `reviews`: its text, critic or publication contains the text, case and accents aside. */
export async function reviewSearch(
  run: Published,
  text: string | undefined,
): Promise<(values: Values) => string[]> {
  const wanted = await foldedSearch(run, text)
  if (wanted === null) return () => []
  return (values) => {
    const place = values.add(wanted)
    const contains = (column: string) => `coalesce(contains(fold(${column}), ${place}), false)`
    return [`(${['review_text', 'critic_name', 'publication_name'].map(contains).join(' OR ')})`]
  }
}

/** Null when there is nothing to look for. */
async function foldedSearch(run: Published, text: string | undefined): Promise<string | null> {
  if (text === undefined || text.trim() === '') return null
  const [row] = await run.duck.query<{ folded: string }>('SELECT fold($1::VARCHAR) AS folded', [text.trim()])
  return row?.folded ?? null
}
