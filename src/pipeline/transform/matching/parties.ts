import type { Dialect } from '../dialect.ts'
import type { Statement } from '../merge.ts'
import { foldedNames, peopleKeys } from './people-keys.ts'
import { bareTitle, foldedTitle, partTitles, slugTitle, titleKey, wholeTitles } from './title-keys.ts'

/** Films to be matched: a query of `id`, `titles` (a list, with NULLs), `slug`, `year`,
 * `year_about` (1 where the film may be a year or two older), `out_by` (a year in which it
 * was there already), `released` (a day in theatres), `revenue`, `runtime_minutes`, `directors`, `actors`, `votes`. */
export interface Party {
  name: string
  films: string
}

/** What of a film is compared: a row a film. */
export const traitsOf = (party: string): string => `${party}_traits`
/** By which titles a film goes (title-keys.ts): `id`, `key`, `folded`, `whole` (1, or 0 for a part of its title). */
export const keysOf = (party: string): string => `${party}_keys`

export function partyStatements(d: Dialect, { name, films }: Party): Statement[] {
  const table = (of: string, select: string) => ({ name: of, sql: d.createTable(of, select) })
  return [
    table(
      traitsOf(name),
      `SELECT id, year, year_about, out_by, released, revenue, runtime_minutes,
        ${peopleKeys(d, 'directors')} AS directors, ${peopleKeys(d, 'actors')} AS actors, votes
      FROM (
        SELECT id, year, year_about, out_by, released, revenue, runtime_minutes, ${foldedNames(d, 'directors')} AS directors,
          ${foldedNames(d, 'actors')} AS actors, votes
        FROM (${films}) AS film
      ) AS named`,
    ),
    table(titlesOf(name), eachTitle(d, films)),
    table(keysOf(name), titleKeys(d, titlesOf(name), films)),
  ]
}

const titlesOf = (party: string) => `${party}_titles`

function eachTitle(d: Dialect, films: string): string {
  return `SELECT DISTINCT id, title FROM (
    SELECT id, ${d.explode('titles', 'title', 'nth')} FROM (${films}) AS film
  ) AS each_title WHERE title IS NOT NULL`
}

function titleKeys(d: Dialect, titles: string, films: string): string {
  const texts = (whole: 0 | 1, list: string) =>
    `SELECT id, ${whole} AS whole, ${d.explode(list, 'text', 'place')} FROM ${titles} AS titled`
  return `SELECT id, key, folded, max(whole) AS whole FROM (
    SELECT id, whole, folded, ${titleKey(d, 'bare')} AS key FROM (
      SELECT id, whole, folded, ${bareTitle(d, 'folded')} AS bare FROM (
        SELECT id, whole, ${foldedTitle(d, 'text')} AS folded FROM (
          ${texts(1, wholeTitles(d, 'title'))}
          UNION ALL ${texts(0, partTitles(d, 'title'))}
          UNION ALL SELECT id, 0 AS whole, ${slugTitle(d, 'slug')} AS text, 1 AS place FROM (${films}) AS film
        ) AS named WHERE text <> ''
      ) AS folded_titles
    ) AS bare_titles
  ) AS keyed WHERE key <> '' GROUP BY id, key, folded`
}
