import type { TFunction } from 'i18next'
import { CONTRIBUTED_SIGN } from '../../charts/contributed-sign.ts'
import type { Format } from '../../i18n/format.ts'
import type { DataTable } from './table.ts'

/** Everything a report says in words, computed from its result. */
export interface ReportText {
  /** The finding, with its figure. */
  headline: string
  /** One or two sentences more. */
  summary: string
  /** The chart in words. */
  description: string
  /** What is drawn, such as « 1 520 films ». */
  shown: string
  /** How many films are not in it, and why; null when all are. */
  leftOut: string | null
  how: readonly string[]
  tables: DataTable[]
  /** Films there are, but none of them can be drawn. */
  isEmpty: boolean
}

export interface Words {
  t: TFunction<'reports'>
  format: Format
}

/** « 1 520 films », in the language's plural. */
export function films({ t, format }: Words, count: number): string {
  return t('films', { count, formatted: format.integer(count) })
}

/** For a tooltip: how many of the films have a corrected box office; nothing when none has. */
export function contributedRow(words: Words, count: number): [string, string][] {
  return count > 0 ? [[CONTRIBUTED_SIGN, words.t('contributed_films', { films: films(words, count) })]] : []
}

/** How many are left out and why, or null. */
export function leftOut(words: Words, count: number, reason: string): string | null {
  if (count === 0) return null
  return words.t('left_out', { count, formatted: words.format.integer(count), reason })
}

/** « Heat (1995) »; its id when it has no title. */
export function filmName(film: { film_id: string; title: string | null; year?: number | null }): string {
  const name = film.title ?? film.film_id
  return film.year == null ? name : `${name} (${film.year})`
}
