import type { Filters } from '../../filters/filters.ts'

export interface FileNameParts {
  report: string
  run: string
  filters: Filters
  /** What no filters at all is called, and films with an unknown value. */
  words: { all: string; unknown: string }
}

/** `correlation_20261124T201500Z-a1b2_1990-2000_drama_imdb-6-8.svg`: what it shows, by its name. */
export function fileName({ report, run, filters, words }: FileNameParts, extension: string): string {
  const { from_year, to_year, genres = [], min_imdb, max_imdb, include_unknown } = filters
  const named = genres
    .slice(0, 4)
    .map((genre) => slug(genre))
    .filter(Boolean)
  const more = genres.length > named.length ? [`${genres.length}-genres`] : []
  const parts = [
    range(from_year, to_year),
    [...named, ...more].join('+'),
    prefixed('imdb-', range(min_imdb, max_imdb)),
    include_unknown ? slug(words.unknown) : '',
  ].filter(Boolean)
  const view = parts.length > 0 ? parts.join('_') : slug(words.all)
  return `${[slug(report), slug(run, true), view].join('_').slice(0, 150)}.${extension}`
}

function range(low: number | undefined, high: number | undefined): string {
  if (low === undefined && high === undefined) return ''
  if (low === undefined) return `to-${high}`
  if (high === undefined) return `from-${low}`
  return low === high ? String(low) : `${low}-${high}`
}

const prefixed = (prefix: string, text: string) => (text === '' ? '' : prefix + text)

/** Only what every file system takes. */
function slug(text: string, keepsCase = false): string {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '')
  return (keepsCase ? plain : plain.toLowerCase()).replace(/[^a-zA-Z0-9]+/g, '-').replace(/^-|-$/g, '')
}
