import type { Meaning } from '../sources/index.ts'
import type { Column, TableKind } from './guesses.ts'
import { isTally, roundness, titles, years } from './patterns.ts'
import { plainNumber, quantile } from './profile.ts'

/**
 * What columns say of each other where neither names nor values tell them apart: a sum of the whole world is
 * at least that of one country, a film is streamed after it was shown. Changes the guesses.
 */
export function relate(columns: readonly Column[], kind: TableKind): void {
  if (kind === 'films') {
    relateMoney(columns)
    relateDates(columns)
    relatePeople(columns)
    relateScores(columns)
    relateRatings(columns)
    relateTitles(columns)
    relateOnlyText(columns)
    relateVotes(columns)
  }
  relateIds(columns, kind)
}

/** Columns whose values fit a meaning and whose names say nothing of it nor against it. */
function open(columns: readonly Column[], means: Meaning, least: number): Column[] {
  return columns.filter(({ guesses, name }) => {
    const guess = guesses.get(means)
    return guess !== undefined && !guess.byName && !name.telling && guess.confidence >= least
  })
}

function isTaken(columns: readonly Column[], means: Meaning): boolean {
  return columns.some(
    ({ guesses }) => (guesses.get(means)?.confidence ?? 0) > 0.6 && guesses.get(means)?.byName,
  )
}

/** Makes the meaning the column's, of those given. */
function settle(column: Column, means: Meaning, among: readonly Meaning[], confidence: number): void {
  for (const each of among) {
    const guess = column.guesses.get(each)
    if (guess)
      guess.confidence =
        each === means ? Math.max(confidence, 0.05) : Math.min(guess.confidence, confidence * 0.4)
  }
}

const MONEY = ['box_office_usd', 'box_office_abroad_usd', 'box_office_worldwide_usd'] as const

function relateMoney(columns: readonly Column[]): void {
  const all = open(columns, 'box_office_usd', 0.4)
  const planned = all.filter((column) => roundness(amountsOf(column)) > 0.6)
  const budgets = planned.length < all.length ? planned : []
  for (const budget of budgets) for (const means of MONEY) budget.guesses.delete(means)
  const grosses = all.filter((column) => !budgets.includes(column))
  const [home, world] = firstPair(grosses, (one, other) => atLeast(other, one) > 0.96)
  const rest = grosses.filter((column) => column !== home && column !== world)
  if (home && world) {
    settle(world, 'box_office_worldwide_usd', MONEY, 0.65)
    settle(home, 'box_office_usd', MONEY, 0.65)
    for (const column of rest) for (const means of MONEY) column.guesses.delete(means)
    return
  }
  const [first, second] = rest
  if (first) settle(first, 'box_office_usd', MONEY, second ? 0.5 : 0.55)
  if (second) settle(second, 'box_office_abroad_usd', MONEY, 0.45)
}

/** The first two columns of which the second one is in some relation to the first one. */
function firstPair(
  columns: readonly Column[],
  test: (one: Column, other: Column) => boolean,
): [Column, Column] | [] {
  for (const one of columns)
    for (const other of columns) if (one !== other && test(one, other)) return [one, other]
  return []
}

const amountOf = (cell: string | null | undefined) =>
  cell == null ? null : plainNumber(cell.replace(/[$€£\s]/g, ''))

function amountsOf({ profile }: Column): number[] {
  return profile.values.map(amountOf).filter((amount) => amount !== null)
}

/** In which share of the records the one is at least the other. */
function atLeast(one: Column, other: Column): number {
  let both = 0
  let more = 0
  one.profile.cells.forEach((cell, row) => {
    const [a, b] = [amountOf(cell), amountOf(other.profile.cells[row])]
    if (a === null || b === null || a === 0 || b === 0) return
    both++
    if (a >= b) more++
  })
  return both > 10 ? more / both : 0
}

const DATES = ['release_date', 'streaming_date'] as const

function relateDates(columns: readonly Column[]): void {
  const found = open(columns, 'release_date', 0.4)
  if (found.length < 2) {
    for (const column of found) settle(column, 'release_date', DATES, 0.7)
    return
  }
  const [one, other] = found as [Column, Column]
  const later = shareOf(one, other, (a, b) => Date.parse(b) >= Date.parse(a))
  const [first, second] = later >= 0.5 ? [one, other] : [other, one]
  settle(first, 'release_date', DATES, 0.65)
  settle(second, 'streaming_date', DATES, 0.6)
}

function shareOf(one: Column, other: Column, test: (a: string, b: string) => boolean): number {
  let both = 0
  let fits = 0
  one.profile.cells.forEach((a, row) => {
    const b = other.profile.cells[row]
    if (a == null || b == null) return
    both++
    if (test(a, b)) fits++
  })
  return both > 0 ? fits / both : 0
}

const PEOPLE = ['directors', 'writers', 'actors'] as const

const NUMBERED = ['director_ids', 'writer_ids'] as const

function relatePeople(columns: readonly Column[]): void {
  const numbered = open(columns, 'director_ids', 0.4).toSorted((a, b) => crowdOf(a) - crowdOf(b))
  numbered.forEach((column, index) => {
    settle(column, index === 0 ? 'director_ids' : 'writer_ids', NUMBERED, 0.55)
  })
  const found = open(columns, 'directors', 0.3)
  const byCrowd = found.toSorted((a, b) => b.profile.perValue - a.profile.perValue)
  const crowd = byCrowd[0]
  let rest = byCrowd
  if (crowd && crowd.profile.perValue > 2.3) {
    settle(crowd, 'actors', PEOPLE, 0.6)
    rest = byCrowd.slice(1)
  }
  // Of what is left, the one that is known of more films, with fewer names, directs.
  rest = rest.toSorted((a, b) => crowdOf(b) - crowdOf(a))
  const [more, fewer] = rest.slice(-2)
  if (fewer && more) {
    settle(more, 'writers', PEOPLE, 0.55)
    settle(fewer, 'directors', PEOPLE, 0.55)
  } else if (more) settle(more, 'directors', PEOPLE, 0.5)
  for (const column of rest.slice(0, -2)) settle(column, 'actors', PEOPLE, 0.4)
}

const crowdOf = ({ profile }: Column) => profile.perValue / 2 - profile.filled

const SCORES = ['tomato_meter', 'audience_score', 'metascore'] as const

/** Critics are less of one mind than audiences: their share goes from one end to the other. */
function relateScores(columns: readonly Column[]): void {
  const spread = ({ profile }: Column) => quantile(profile, 0.9) - quantile(profile, 0.1)
  const free = SCORES.filter((means) => !isTaken(columns, means))
  const found = open(columns, 'tomato_meter', 0.3).toSorted((a, b) => spread(b) - spread(a))
  found.forEach((column, index) => {
    const means = free[index]
    for (const each of SCORES) if (each !== means) column.guesses.delete(each)
    if (means) settle(column, means, SCORES, found.length > 1 ? 0.5 : 0.42)
  })
}

/** IMDb's means of many votes lie closer together than those of few. */
function relateRatings(columns: readonly Column[]): void {
  const spread = ({ profile }: Column) => quantile(profile, 0.9) - quantile(profile, 0.1)
  const found = open(columns, 'imdb_rating', 0.4).toSorted((a, b) => spread(a) - spread(b))
  for (const other of found.slice(1)) other.guesses.delete('imdb_rating')
}

/** Where no column is sure to hold titles, it is the text that is there for each film and hardly twice the same. */
function relateOnlyText(columns: readonly Column[]): void {
  if (columns.some(({ guesses }) => (guesses.get('title')?.confidence ?? 0) > 0.4)) return
  const found = columns.filter(({ profile, name, guesses }) => {
    const named = [...guesses.values()].some(({ means, confidence }) => means !== 'title' && confidence > 0.4)
    return !name.telling && !named && profile.filled > 0.95 && profile.distinct > 0.8 && titles(profile) > 0.2
  })
  const [column] = found.toSorted((a, b) => titles(b.profile) - titles(a.profile))
  const guess = column?.guesses.get('title')
  if (guess) guess.confidence = Math.max(guess.confidence, found.length > 1 ? 0.42 : 0.5)
}

function relateTitles(columns: readonly Column[]): void {
  const found = open(columns, 'title', 0.3)
  for (const one of found)
    for (const other of found) {
      if (one.profile.index >= other.profile.index) continue
      if (shareOf(one, other, (a, b) => a === b) < 0.3) continue
      const foreign = ({ profile }: Column) => profile.share(/[^\p{ASCII}]/u)
      const original = foreign(one) > foreign(other) ? one : other
      const english = original === one ? other : one
      settle(english, 'title', ['title', 'original_title'], 0.75)
      original.guesses.delete('title')
      original.guesses.set('original_title', {
        means: 'original_title',
        confidence: 0.6,
        unit: 'title',
        byName: false,
        byValues: true,
      })
      return
    }
}

/** Of several counts, the votes are the largest; without a rating beside them they may be anything. */
function relateVotes(columns: readonly Column[]): void {
  const money = ({ guesses }: Column) => (guesses.get('box_office_usd')?.confidence ?? 0) > 0.4
  const rated = columns.some(({ guesses }) => (guesses.get('imdb_rating')?.confidence ?? 0) > 0.4)
  const imdb = rated || columns.some(({ guesses }) => (guesses.get('imdb_id')?.confidence ?? 0) > 0.4)
  for (const { guesses } of columns) {
    const guess = guesses.get('imdb_votes')
    // `votes` of a site that is not IMDb.
    if (guess && !imdb && guess.confidence < 0.8) guess.confidence *= 0.5
  }
  const found = open(columns, 'imdb_votes', 0.2).filter(
    (column) => isTally(column.profile) && !money(column) && roundness(column.profile.numbers) < 0.5,
  )
  const most = found.toSorted((a, b) => quantile(b.profile, 0.5) - quantile(a.profile, 0.5))[0]
  for (const column of found)
    if (column === most && rated) settle(column, 'imdb_votes', ['imdb_votes'], 0.5)
    else column.guesses.delete('imdb_votes')
}

/** A source's own number only counts where nothing better tells the film; a plain count of rows never does. */
function relateIds(columns: readonly Column[], kind: TableKind): void {
  const better = columns.some(({ guesses }) =>
    (['imdb_id', 'rt_id'] as const).some((means) => (guesses.get(means)?.confidence ?? 0) > 0.6),
  )
  for (const { guesses, profile, name } of columns) {
    // Films in the order of their years may have one a year.
    if (!name.telling && isSequence(profile) && years(profile) < 0.95) guesses.clear()
    const guess = guesses.get('own_id')
    if (!guess) continue
    if (better || (!guess.byName && isSequence(profile))) guesses.delete('own_id')
    else if (kind === 'films' && (profile.distinct < 0.95 || isTally(profile))) guesses.delete('own_id')
    else if (
      kind === 'reviews' &&
      !guess.byName &&
      !name.telling &&
      profile.numeric === 1 &&
      profile.distinct < 0.9
    )
      guess.confidence = profile.distinct > 0.005 ? 0.5 : 0
  }
}

/** 0, 1, 2…: the number of the row, which the sample takes at even steps. */
function isSequence({ cells, numeric, filled }: Column['profile']): boolean {
  if (numeric < 1 || filled < 1 || cells.length < 3) return false
  const numbers = cells.map(Number)
  const step = (numbers[1] as number) - (numbers[0] as number)
  // It may start again and again, as the numbers of a page of a list do.
  const even = numbers.filter((number, row) => row > 0 && number - (numbers[row - 1] as number) === step)
  // A sample takes every second, fourth, eighth… record.
  return step > 0 && (step & (step - 1)) === 0 && even.length > 0.9 * (numbers.length - 1)
}
