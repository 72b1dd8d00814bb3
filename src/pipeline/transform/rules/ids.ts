import type { Dialect } from '../dialect.ts'

/** `tt` and at least seven digits, out of `tt0111161`, `tt420238`, an address, or a bare number. */
export function imdbId(d: Dialect, value: string, bare = false): string {
  const pattern = bare ? '^(?:tt)?0*([0-9]{1,10})(?:\\.0)?$' : '(?:^|/)tt0*([0-9]{1,10})(?:[/?#].*)?$'
  return padded(d.extract(value, pattern, 1))
}

/** Every one that a value names. */
export function imdbIds(d: Dialect, value: string): string {
  return d.transform(d.extractAll(value, 'tt[0-9]{1,10}'), (id) => padded(d.extract(id, '^tt0*([0-9]+)$', 1)))
}

function padded(digits: string): string {
  return `CASE WHEN ${digits} = '' THEN NULL
    ELSE 'tt' || CASE WHEN length(${digits}) < 7 THEN lpad(${digits}, 7, '0') ELSE ${digits} END END`
}

/** The slug of a film's page on Rotten Tomatoes, out of `the_fly_1986`, `m/the_fly_1986` or its address. */
export function slug(d: Dialect, value: string): string {
  const address = '(?:^|/)m/([^/?#\\s]+)'
  return `CASE WHEN ${value} LIKE 'm/%' OR ${value} LIKE '%/m/%' THEN nullif(${d.extract(value, address, 1)}, '')
    ELSE ${value} END`
}

/** The same out of an address only; NULL for anything else. */
export function slugOfAddress(d: Dialect, value: string): string {
  return `nullif(${d.extract(value, '/m/([^/?#\\s]+)', 1)}, '')`
}
