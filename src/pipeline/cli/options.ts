import { type Command, InvalidArgumentError } from 'commander'
import { type Filters, MAX_ROWS } from '../api.ts'

/** A whole number, as typed; its range is checked by the contract. */
export function wholeNumber(value: string): number {
  if (!/^[+-]?\d{1,15}$/.test(value.trim())) throw new InvalidArgumentError('It must be a whole number.')
  return Number(value)
}

/** A number with or without decimals. */
function anyNumber(value: string): number {
  if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(value.trim())) throw new InvalidArgumentError('It must be a number.')
  return Number(value)
}

const collect = (value: string, before: readonly string[] = []) => [...before, value]

export interface FilterOptions {
  fromYear?: number
  toYear?: number
  genre?: string[]
  minImdb?: number
  maxImdb?: number
  includeUnknown?: boolean
}

/** The filters, the same for every verb that reads films. */
export function withFilters(command: Command): Command {
  return command
    .option('--from-year <year>', 'films of this year or later', wholeNumber)
    .option('--to-year <year>', 'films of this year or earlier', wholeNumber)
    .option('--genre <genre>', 'films of this genre; repeat it for several', collect)
    .option('--min-imdb <rating>', 'IMDb rating of at least this (0-10)', anyNumber)
    .option('--max-imdb <rating>', 'IMDb rating of at most this (0-10)', anyNumber)
    .option('--include-unknown', 'films whose filtered value is unknown as well')
}

export function filtersOf(options: FilterOptions): { filters?: Filters } {
  const filters = given({
    from_year: options.fromYear,
    to_year: options.toYear,
    genres: options.genre,
    min_imdb: options.minImdb,
    max_imdb: options.maxImdb,
    include_unknown: options.includeUnknown,
  })
  return Object.keys(filters).length > 0 ? { filters } : {}
}

export interface PageOptions extends FilterOptions {
  film?: string
  search?: string
  sort?: string
  limit?: number
  offset?: number
  export?: string
}

/** The options of the verbs that show pages of rows. */
export function withPage(command: Command): Command {
  return withFilters(command)
    .option('--film <id>', 'this film only')
    .option('--search <text>', 'rows that contain this; accents and case do not matter')
    .option('--sort <column>', 'by this column; column:desc for the other way')
    .option(
      '--limit <n>',
      `at most this many rows (default: 100; up to ${MAX_ROWS}, --export writes any number)`,
      wholeNumber,
    )
    .option('--offset <n>', 'skip this many rows', wholeNumber)
    .option('--export <file>', 'write them into this .csv, .parquet or .xlsx: all, unless --limit is given')
}

export function pageOf(options: PageOptions) {
  const { film, search, sort, limit, offset } = options
  return { ...filtersOf(options), ...given({ film_id: film, search, sort, limit, offset }) }
}

type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> }

/** Only what was given: a field left out takes its default in the contract. */
export function given<T extends object>(values: T): Given<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Given<T>
}
