import type { SourceSpec } from '../sources/index.ts'
import { settledColumns } from './units.ts'

/** Reviews of a source that another one has as well: `key`, and `merged_into`, the key they have there. */
export const twiceOf = (spec: SourceSpec): string => `${spec.id}_twice`

/** What two reviews share that are one, beside their film and, where it is known, their publication. */
const SAME = ['critic_name', 'created_at', 'review_text']

/**
 * The sources before this one in `specs` that may have the same reviews: of films that go by the same ids. A review
 * has its number in one layout of Rotten Tomatoes and none in the other, so that keys do not tell.
 */
export function toldBefore(specs: readonly SourceSpec[], spec: SourceSpec): SourceSpec[] {
  const comparable = (each: SourceSpec) =>
    each.role === 'reviews' &&
    each.film === spec.film &&
    (each.film === 'rt_id' || each.film === 'imdb_id') &&
    SAME.every((name) => settledColumns(each).includes(name))
  return comparable(spec) ? specs.slice(0, specs.indexOf(spec)).filter(comparable) : []
}

/** Lists them, as a query. `rows`: where the rows of each source are. */
export function toldTwice(
  spec: SourceSpec,
  before: readonly SourceSpec[],
  rows: (spec: SourceSpec) => string,
): string {
  const publication = (each: SourceSpec) =>
    settledColumns(each).includes('publication_name') ? "coalesce(publication_name, '')" : "''"
  const said = (each: SourceSpec) =>
    `SELECT key, film_ref, ${publication(each)} AS publication, ${SAME.join(', ')} FROM ${rows(each)}`
  const others = before.map(said).join(' UNION ALL ')
  const same = ['film_ref', 'publication', ...SAME].map((name) => `own.${name} = other.${name}`).join(' AND ')
  return `SELECT own.key, min(other.key) AS merged_into
    FROM (${said(spec)}) AS own JOIN (${others}) AS other ON ${same}
    GROUP BY own.key`
}
