import type { Dialect } from '../dialect.ts'
import { keysOf, traitsOf } from './parties.ts'

/**
 * Pairs of films that may be one: `left_id`, `right_id`, `alike` (how alike their titles are, in points: the same, but
 * for an article or how a number is written, but for a letter or two, a part of one of them, not at all) and `letters`
 * (of the title they share).
 */
export function candidates(d: Dialect, left: string, right: string): string {
  return `SELECT left_id, right_id, max(alike) AS alike, max(letters) AS letters FROM (
      ${sameTitle(left, right)}
      UNION ALL ${nearTitle(d, left, right)}
      UNION ALL ${sameDirector(d, left, right)}
    ) AS found GROUP BY left_id, right_id`
}

const SAME = '0.3'
const KEY = '-1.2'
const NEAR = '-1.5'
const PART = '-5.0'
const OTHER = '-12.5'
/** A title in common is a whole one from here on. */
export const WHOLE_TITLE = KEY

function sameTitle(left: string, right: string): string {
  return `SELECT l.id AS left_id, r.id AS right_id, length(l.key) AS letters,
      CASE WHEN l.whole * r.whole = 0 THEN ${PART} WHEN l.folded = r.folded THEN ${SAME} ELSE ${KEY} END AS alike
    FROM ${keysOf(left)} AS l JOIN ${keysOf(right)} AS r ON l.key = r.key AND l.whole + r.whole > 0`
}

/** Titles that begin or end alike and differ in at most two letters, never in a number: `Judgment`, `Judgement`. */
function nearTitle(d: Dialect, left: string, right: string): string {
  const long = (party: string) => `SELECT keyed.id, key, traits.year, substr(key, 1, 8) AS head,
      substr(key, length(key) - 7) AS tail, ${d.replaceAll('key', '[^0-9]', '')} AS numbers
    FROM ${keysOf(party)} AS keyed JOIN ${traitsOf(party)} AS traits ON traits.id = keyed.id
    WHERE whole = 1 AND length(key) >= 11 AND traits.year IS NOT NULL`
  const alike = (
    end: string,
  ) => `SELECT l.id AS left_id, r.id AS right_id, length(l.key) AS letters, ${NEAR} AS alike
    FROM (${long(left)}) AS l JOIN (${long(right)}) AS r ON l.${end} = r.${end} AND l.numbers = r.numbers
    WHERE l.year - r.year BETWEEN -1 AND 2 AND l.key <> r.key
      AND abs(length(l.key) - length(r.key)) <= 2 AND ${d.editDistance('l.key', 'r.key')} <= 2`
  return `${alike('head')} UNION ALL ${alike('tail')}`
}

/**
 * Films of one director, year and length, and of two actors or more: a title in another language. A director alone makes
 * several films a year; what is numbered otherwise is a sequel.
 */
function sameDirector(d: Dialect, left: string, right: string): string {
  const numbered = (
    party: string,
  ) => `SELECT id, min(numbers) AS first_number, max(numbers) AS last_number FROM (
      SELECT id, ${d.replaceAll('key', '[^0-9]', '')} AS numbers FROM ${keysOf(party)} WHERE whole = 1
    ) AS titles GROUP BY id`
  const directed = (
    party: string,
  ) => `SELECT id, year, runtime_minutes, actors, ${d.explode('directors', 'director', 'place')}
    FROM ${traitsOf(party)} WHERE year IS NOT NULL AND runtime_minutes IS NOT NULL`
  const pairs = `SELECT DISTINCT l.id AS left_id, r.id AS right_id
    FROM (${directed(left)}) AS l JOIN (${directed(right)}) AS r ON l.director = r.director
    WHERE l.year - r.year BETWEEN 0 AND 1 AND abs(l.runtime_minutes - r.runtime_minutes) <= 1
      AND ${d.shared('l.actors', 'r.actors')} >= 4`
  // A CASE, so that no engine joins all films by their numbers first: most have none.
  return `SELECT left_id, right_id, 8 AS letters, ${OTHER} AS alike FROM (${pairs}) AS pair
    JOIN (${numbered(left)}) AS l ON l.id = left_id JOIN (${numbered(right)}) AS r ON r.id = right_id
    WHERE CASE WHEN left_id IS NOT NULL AND l.first_number = r.first_number AND l.last_number = r.last_number
      THEN TRUE ELSE FALSE END`
}
